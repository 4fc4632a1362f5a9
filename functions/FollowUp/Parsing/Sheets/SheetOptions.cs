namespace FollowUp.Parsing.Sheets;

/// <summary>What the sender says of a file that it does not say itself.</summary>
/// <param name="Columns">Names of its columns by field, where they are not known ones.</param>
/// <param name="Every">What holds for all new rows that say nothing else, by field; the reason holds for every change.</param>
/// <param name="DateOrder">Which comes first in 03/04/2020; null where the file must show it.</param>
/// <param name="Encoding">Null where it is to be found out.</param>
public sealed record SheetOptions(
    IReadOnlyDictionary<string, string> Columns, IReadOnlyDictionary<string, string> Every, DateOrder? DateOrder, string? Encoding)
{
    public static SheetOptions None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>(), null, null);

    /// <summary>How many of these names are known: the more, the likelier that they are names of columns.</summary>
    internal int CountKnown(IEnumerable<string> names) =>
        names.Count(name => SheetColumns.Called(name) is not null || Columns.Values.Any(named => SameName(named, name)));

    internal static bool SameName(string one, string other) => SheetColumn.Key(one) == SheetColumn.Key(other);
}

/// <summary>What comes first in a date that is written with strokes.</summary>
public enum DateOrder
{
    DayFirst,
    MonthFirst,
}
