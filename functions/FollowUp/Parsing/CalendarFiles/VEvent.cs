using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Agreements;
using FollowUp.Values;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>One event of a file, as it is written.</summary>
internal sealed partial class VEvent
{
    private const int MaxShownUid = 100;

    /// <param name="number">From 0, among the events of the file.</param>
    /// <param name="isWithdrawn">The whole calendar that it stands in is sent to cancel what it holds.</param>
    public VEvent(Component component, int number, CalendarTimeZone zone, bool isWithdrawn)
    {
        (Component, Zone, Pointer) = (component, zone, $"/events/{number}");
        Uid = ValueOf("UID") is { Length: > 0 } uid ? uid : null;
        IsCancelled = isWithdrawn || ValueOf("STATUS")?.ToUpperInvariant() is "CANCELLED" or "CANCELED";
        Description = TextOf("DESCRIPTION");
        Name = TextOf("SUMMARY");
    }

    public Component Component { get; }

    public CalendarTimeZone Zone { get; }

    public string Pointer { get; }

    public string? Uid { get; }

    public bool IsCancelled { get; }

    /// <summary>Empty where it has none.</summary>
    public string Name { get; }

    public string Description { get; }

    /// <summary>Phones publish the make-up days of China with a property that says so.</summary>
    public bool IsAlternateWorkday => SpecialDay == "ALTERNATE-WORKDAY";

    /// <summary>So they say it of the days off, which may lie on a weekend.</summary>
    public bool IsWorkHoliday => SpecialDay == "WORK-HOLIDAY";

    /// <summary>The day of another event that this one changes; null for an event of its own.</summary>
    public ContentLine? RecurrenceId => Component.First("RECURRENCE-ID");

    /// <summary>What it says it is: the first line of its description, its categories, what stands in brackets in its name.</summary>
    public IReadOnlyList<string> Labels =>
        [Description.Split('\n')[0].Trim(), .. Categories, .. BracketPattern().Matches(Name).Select(one => one.Groups[1].Value.Trim())];

    /// <summary>The first of them; empty where there is none.</summary>
    public string Label => Labels.FirstOrDefault(label => label.Length > 0) ?? "";

    public IReadOnlyList<string> Categories =>
    [
        .. Component.PropertiesNamed("CATEGORIES").SelectMany(line => SeparatorPattern().Split(line.Value))
            .Select(text => text.Replace("\\,", ",", StringComparison.Ordinal).Trim()),
    ];

    /// <exception cref="CalendarFileException">It is no number.</exception>
    public int Sequence() => Component.Single("SEQUENCE") is not { TrimmedValue.Length: > 0 } line ? 0
        : int.TryParse(line.TrimmedValue, NumberStyles.None, CultureInfo.InvariantCulture, out int sequence) ? sequence
        : throw new CalendarFileException($"has in its SEQUENCE, line {line.Number}, no number: {ContentLine.Quote(line.TrimmedValue)}");

    /// <summary>Its name, in the language that it says or else in <paramref name="language"/>.</summary>
    /// <exception cref="CalendarFileException">It has none that could be shown.</exception>
    public Wording Wording(string language)
    {
        string? tag = Component.Single("SUMMARY")?.Parameter("LANGUAGE");
        return Name.Length == 0 ? throw new CalendarFileException($"needs a SUMMARY of 1 to {Limits.Title} characters in one line")
            : Name.Length > Limits.Title
                ? throw new CalendarFileException($"has a SUMMARY of {Name.Length} characters; at most {Limits.Title} are taken")
            : Name.Any(char.IsControl) ? throw new CalendarFileException("has a SUMMARY of more than one line, or with control characters")
            : TextRules.Fault(Name, isLine: true) is { } wrong ? throw new CalendarFileException($"has a SUMMARY that {wrong}")
            : WordingIn(LanguageOf(tag) ?? language, Name);
    }

    private static string? LanguageOf(string? tag) => Agreements.Wording.Languages
        .FirstOrDefault(known => tag?.StartsWith(known, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>How it is told apart from the others of its file.</summary>
    public string DisplayName => Uid is { Length: < MaxShownUid } ? $"(event {Uid})"
        : Name.Length is 0 or > MaxShownUid ? $"(line {Component.Line})"
        : $"({Name}, line {Component.Line})";

    /// <summary>What makes two events the same, whatever else is written about them.</summary>
    public IEnumerable<string> ContentKey() => Component.Properties
        .Where(line => line.Name is "DTSTART" or "DTEND" or "DURATION" or "RRULE" or "RDATE" or "EXDATE"
            or "SUMMARY" or "DESCRIPTION" or "CATEGORIES")
        .Select(line => $"{line.Name}{line.Parameters}:{line.TrimmedValue}").Append($"{IsCancelled}").Order(StringComparer.Ordinal);

    public static Wording WordingIn(string language, string text) => language switch
    {
        "zh" => new() { Zh = text },
        "ru" => new() { Ru = text },
        _ => new() { En = text },
    };

    private string? SpecialDay => ValueOf("X-APPLE-SPECIAL-DAY")?.ToUpperInvariant();

    private string? ValueOf(string property) => Component.First(property)?.TrimmedValue;

    private string TextOf(string property) => Component.First(property)?.UnescapedText().Trim() ?? "";

    [GeneratedRegex("""(?<!\\),""")]
    private static partial Regex SeparatorPattern();

    [GeneratedRegex("""[(（\[【]([^)）\]】]+)[)）\]】]""")]
    private static partial Regex BracketPattern();
}
