namespace FollowUp.Operations.Sheets;

/// <summary>A column of a file that goes out.</summary>
/// <param name="Field">Its name for programs.</param>
/// <param name="Of">A text, a number, a day, an instant, or null.</param>
public sealed record ExportColumn<T>(string Field, string En, string Zh, string Ru, Func<T, object?> Of)
{
    public string NameIn(string language) => language switch { "zh" => Zh, "ru" => Ru, _ => En };
}

/// <summary>A file that goes out: the same rows for spreadsheet programs and for others.</summary>
/// <param name="Name">Of the file, without its ending.</param>
/// <param name="Language">Of its readers.</param>
public sealed record Export(
    string Name, string Language, IReadOnlyList<string> Fields, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <param name="language">Of the names of its columns.</param>
    public static Export Of<T>(string name, IReadOnlyList<ExportColumn<T>> columns, IEnumerable<T> all, string language) => new(
        name, language, [.. columns.Select(column => column.Field)], [.. columns.Select(column => column.NameIn(language))],
        [.. all.Select(one => (IReadOnlyList<object?>)[.. columns.Select(column => column.Of(one))])]);
}
