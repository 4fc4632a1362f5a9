namespace FollowUp.Items;

/// <summary>What of an item can be put right, in the journal's words.</summary>
public static class AmendedField
{
    public const string Kind = "kind";
    public const string Number = "number";

    /// <summary>The place in the agreement that it comes from, by the clause's id.</summary>
    public const string Clause = "clause";

    private const string Title = "title-";

    /// <summary>In the order in which the journal has those that were put right together.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Agreements.Wording.Languages.Select(TitleIn), Kind, Number, Clause];

    /// <param name="language">One of <see cref="Agreements.Wording.Languages"/>.</param>
    public static string TitleIn(string language) => $"{Title}{language}";

    /// <summary>How a field reads now; null where it holds nothing.</summary>
    public static string? Wording(this AgreedItem item, string field) => field switch
    {
        Kind => item.Kind,
        Number => item.Number,
        Clause => item.Clause,
        _ => item.Title.In(LanguageOf(field)),
    };

    internal static string LanguageOf(string field) =>
        field.StartsWith(Title, StringComparison.Ordinal) && Agreements.Wording.Languages.Contains(field[Title.Length..])
            ? field[Title.Length..]
            : throw new ArgumentOutOfRangeException(nameof(field), field, "is nothing that is amended");
}
