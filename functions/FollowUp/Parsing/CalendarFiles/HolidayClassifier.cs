namespace FollowUp.Parsing.CalendarFiles;

/// <summary>Classifies events by the words that published calendars use.</summary>
internal static class HolidayClassifier
{
    private static readonly string[] ObservanceLabels =
    [
        "observance", "observances", "united nations observance", "worldwide observance", "season",
        "clock change", "clock change/daylight saving time",
        "not a public holiday", "not a holiday", "commemoration",
        "памятная дата", "памятный день", "纪念日", "非公共假期", "非假期",
    ];

    private static readonly string[] PartialLabels =
    [
        "regional", "regional holiday", "local holiday", "common local holiday", "optional holiday", "restricted holiday",
        "half day", "half-day", "half-day holiday", "half holiday",
        "региональный праздник", "地区性假期",
    ];

    /// <param name="labels">The first line of its description, its categories, and what stands in brackets in its name.</param>
    /// <param name="description">Whole.</param>
    public static HolidayKind Classify(IReadOnlyList<string> labels, string description)
    {
        string[] kinds = [.. labels, .. labels.Select(Head)];
        return kinds.Any(IsObservance) ? HolidayKind.Observance
            : kinds.Any(IsPartial) ? HolidayKind.Partial
            : CanBeHidden(description) ? HolidayKind.PossibleObservance
            : HolidayKind.Unspecified;
    }

    /// <summary>What it is, before whose it is: "Observance, Christian".</summary>
    private static string Head(string label) => label.Split([',', ';', ':', '(', '，', '；', '：', '（'])[0].Trim();

    private static bool IsObservance(string label) =>
        ObservanceLabels.Any(word => KeywordList.AreSame(word, label)) || BeginsWith(label, "Observance in ");

    private static bool IsPartial(string label) =>
        PartialLabels.Any(word => KeywordList.AreSame(word, label))
        || BeginsWith(label, "Public holiday in ") || BeginsWith(label, "Gesetzlicher Feiertag in ");

    private static bool BeginsWith(string label, string words) => label.StartsWith(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>Google's holiday calendars say, in any language, how observances can be hidden, and say it of nothing else.</summary>
    private static bool CanBeHidden(string description) =>
        description.Split('\n') is [_, .. var others] && others.Any(line => line.Contains("Google", StringComparison.Ordinal));
}
