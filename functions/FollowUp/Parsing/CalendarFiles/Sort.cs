namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What an event says of itself, beside its name.</summary>
internal enum Sort
{
    /// <summary>Nothing: it is a day off like any other.</summary>
    Unsaid,

    /// <summary>It is kept in mind, and worked.</summary>
    Observed,

    /// <summary>It is one of those that are only observed, if what Google says beside it in any language is to be believed.</summary>
    Hideable,

    /// <summary>Some have it off: those of a region, those who choose it, or all for half of it.</summary>
    Partial,
}

/// <summary>The words by which published calendars tell their sorts apart.</summary>
internal static class Sorts
{
    private static readonly string[] Observed =
    [
        "observance", "observances", "united nations observance", "worldwide observance", "season",
        "clock change", "clock change/daylight saving time",
        "not a public holiday", "not a holiday", "commemoration",
        "памятная дата", "памятный день", "纪念日", "非公共假期", "非假期",
    ];

    private static readonly string[] Partial =
    [
        "regional", "regional holiday", "local holiday", "common local holiday", "optional holiday", "restricted holiday",
        "half day", "half-day", "half-day holiday", "half holiday",
        "региональный праздник", "地区性假期",
    ];

    /// <param name="labels">The first line of its description, its categories, and what stands in brackets in its name.</param>
    /// <param name="description">Whole.</param>
    public static Sort Of(IReadOnlyList<string> labels, string description)
    {
        string[] kinds = [.. labels, .. labels.Select(Head)];
        return kinds.Any(kind => Observed.Any(word => MarkWords.IsSame(word, kind)) || BeginsWith(kind, "Observance in ")) ? Sort.Observed
            : kinds.Any(IsPartial) ? Sort.Partial
            : IsHideable(description) ? Sort.Hideable
            : Sort.Unsaid;
    }

    /// <summary>What it is, before whose it is: "Observance, Christian".</summary>
    private static string Head(string label) => label.Split([',', ';', ':', '(', '，', '；', '：', '（'])[0].Trim();

    private static bool IsPartial(string label) =>
        Partial.Any(word => MarkWords.IsSame(word, label))
        || BeginsWith(label, "Public holiday in ") || BeginsWith(label, "Gesetzlicher Feiertag in ");

    private static bool BeginsWith(string label, string words) => label.StartsWith(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>In its many languages, Google's calendar of holidays says of those alone that are only observed how they can be hidden.</summary>
    private static bool IsHideable(string description) =>
        description.Split('\n') is [_, .. var others] && others.Any(line => line.Contains("Google", StringComparison.Ordinal));
}
