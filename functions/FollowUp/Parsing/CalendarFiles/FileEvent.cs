using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Agreements;
using FollowUp.Values;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>One event of a file, as it is written.</summary>
internal sealed partial class FileEvent
{
    private const int UidShown = 100;

    /// <param name="number">From 0, among the events of the file.</param>
    /// <param name="isWithdrawn">The whole calendar that it stands in is sent to cancel what it holds.</param>
    public FileEvent(Component component, int number, OfficeZone zone, bool isWithdrawn)
    {
        (Component, Zone, Pointer) = (component, zone, $"/events/{number}");
        Uid = Written("UID") is { Length: > 0 } uid ? uid : null;
        IsCancelled = isWithdrawn || Written("STATUS")?.ToUpperInvariant() is "CANCELLED" or "CANCELED";
        Description = Text("DESCRIPTION");
        Name = Text("SUMMARY");
    }

    public Component Component { get; }

    public OfficeZone Zone { get; }

    public string Pointer { get; }

    public string? Uid { get; }

    public bool IsCancelled { get; }

    /// <summary>Empty where it has none.</summary>
    public string Name { get; }

    public string Description { get; }

    /// <summary>Phones publish the make-up days of China with a property that says so.</summary>
    public bool SaysItIsWorked => SpecialDay == "ALTERNATE-WORKDAY";

    /// <summary>So they say it of the days off, which may lie on a weekend.</summary>
    public bool SaysItIsOff => SpecialDay == "WORK-HOLIDAY";

    /// <summary>The day of another event that this one changes; null for an event of its own.</summary>
    public ContentLine? Changes => Component.First("RECURRENCE-ID");

    /// <summary>What it says it is: the first line of its description, its categories, what stands in brackets in its name.</summary>
    public IReadOnlyList<string> Labels =>
        [Description.Split('\n')[0].Trim(), .. Categories, .. Bracketed().Matches(Name).Select(one => one.Groups[1].Value.Trim())];

    /// <summary>The first of them; empty where there is none.</summary>
    public string Label => Labels.FirstOrDefault(label => label.Length > 0) ?? "";

    public IReadOnlyList<string> Categories =>
    [
        .. Component.All("CATEGORIES").SelectMany(line => Separator().Split(line.Value))
            .Select(text => text.Replace("\\,", ",", StringComparison.Ordinal).Trim()),
    ];

    /// <exception cref="UnfollowedException">It is no number.</exception>
    public int Sequence() => Component.Single("SEQUENCE") is not { Written.Length: > 0 } line ? 0
        : int.TryParse(line.Written, NumberStyles.None, CultureInfo.InvariantCulture, out int sequence) ? sequence
        : throw new UnfollowedException($"has in its SEQUENCE, line {line.Number}, no number: {ContentLine.Quoted(line.Written)}");

    /// <summary>Its name, in the language that it says or else in <paramref name="language"/>.</summary>
    /// <exception cref="UnfollowedException">It has none that could be shown.</exception>
    public Wording Wording(string language)
    {
        string? tag = Component.Single("SUMMARY")?.Parameter("LANGUAGE");
        return Name.Length == 0 ? throw new UnfollowedException($"needs a SUMMARY of 1 to {Limits.Title} characters in one line")
            : Name.Length > Limits.Title ? throw new UnfollowedException($"has a SUMMARY of {Name.Length} characters; at most {Limits.Title} are taken")
            : Name.Any(char.IsControl) ? throw new UnfollowedException("has a SUMMARY of more than one line, or with control characters")
            : Writing.Fault(Name, isLine: true) is { } wrong ? throw new UnfollowedException($"has a SUMMARY that {wrong}")
            : In(Agreements.Wording.Languages.FirstOrDefault(known => tag?.StartsWith(known, StringComparison.OrdinalIgnoreCase) == true) ?? language, Name);
    }

    /// <summary>How it is told apart from the others of its file.</summary>
    public string Told => Uid is { Length: < UidShown } ? $"(event {Uid})" : $"({(Name.Length is 0 or > UidShown ? "" : $"{Name}, ")}line {Component.Line})";

    /// <summary>What makes two events the same, whatever else is written about them.</summary>
    public IEnumerable<string> Says() => Component.Properties
        .Where(one => one.Name is "DTSTART" or "DTEND" or "DURATION" or "RRULE" or "RDATE" or "EXDATE" or "SUMMARY" or "DESCRIPTION" or "CATEGORIES")
        .Select(one => $"{one.Name}{one.Parameters}:{one.Written}").Append($"{IsCancelled}").Order(StringComparer.Ordinal);

    public static Wording In(string language, string text) => language switch
    {
        "zh" => new() { Zh = text },
        "ru" => new() { Ru = text },
        _ => new() { En = text },
    };

    private string? SpecialDay => Written("X-APPLE-SPECIAL-DAY")?.ToUpperInvariant();

    private string? Written(string property) => Component.First(property)?.Written;

    private string Text(string property) => Component.First(property)?.Unescaped().Trim() ?? "";

    [GeneratedRegex("""(?<!\\),""")]
    private static partial Regex Separator();

    [GeneratedRegex("""[(（\[【]([^)）\]】]+)[)）\]】]""")]
    private static partial Regex Bracketed();
}
