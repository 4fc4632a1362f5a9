using System.Text;

namespace FollowUp.Tests.Parsing.CalendarFiles.Rig;

/// <summary>
/// How one program, or one author, writes calendars down. The events are chosen by chance; this is what stays the same in a file.
/// </summary>
internal sealed record Spelling(string Name)
{
    public string LineEnd { get; init; } = "\r\n";

    /// <summary>After how many bytes lines are folded; 0 for never.</summary>
    public int FoldAt { get; init; } = 75;

    /// <summary>Whether a fold may lie inside a character.</summary>
    public bool FoldsBytes { get; init; }

    public string Fold { get; init; } = " ";

    public Encoding? Mark { get; init; }

    public bool IsLowerCase { get; init; }

    public string Trailing { get; init; } = "";

    /// <summary>The zone of the calendar, and of the hours in it.</summary>
    public string? Zone { get; init; }

    /// <summary>What is all day is written with hours: from midnight to midnight.</summary>
    public bool HasHours { get; init; }

    /// <summary>Hours are written in UTC.</summary>
    public bool IsInUtc { get; init; }

    public bool HasUids { get; init; } = true;

    public bool HasAlarms { get; init; }

    /// <summary>Each event in a calendar of its own.</summary>
    public bool IsStream { get; init; }

    /// <summary>What stands in the head of the file.</summary>
    public string Head { get; init; } = "VERSION:2.0\nPRODID:-//x//y//EN";

    /// <summary>What each event has besides.</summary>
    public string Besides { get; init; } = "DTSTAMP:20240101T000000Z";

    private const string Berlin =
        "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\nBEGIN:DAYLIGHT\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nTZNAME:CEST\nDTSTART:19700329T020000\n"
            + "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\n"
        + "BEGIN:STANDARD\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nTZNAME:CET\nDTSTART:19701025T030000\n"
        + "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE";

    public static IReadOnlyList<Spelling> All { get; } =
    [
        new("by the book"),
        new("a publisher's") { Head = "VERSION:2.0\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\nCALSCALE:GREGORIAN\n"
            + "METHOD:PUBLISH\nX-WR-CALNAME:Holidays\\, all\nX-WR-TIMEZONE:UTC",
            Besides = "DTSTAMP:20240101T000000Z\nCLASS:PUBLIC\nTRANSP:TRANSPARENT\nCREATED:20230101T000000Z" },
        new("an office suite's") { FoldAt = 73, Fold = "\t", Mark = Encoding.UTF8, HasAlarms = true,
            Besides = "DTSTAMP:20240101T000000Z\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\nPRIORITY:5" },
        new("a phone's") { HasAlarms = true, Zone = "Asia/Shanghai",
            Head = "VERSION:2.0\nX-WR-TIMEZONE:Asia/Shanghai\nX-APPLE-CALENDAR-COLOR:#FF2968",
            Besides = "DTSTAMP:20240101T000000Z\nX-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC" },
        new("with a zone of its own") { Zone = "Europe/Berlin", HasHours = true, Head = $"VERSION:2.0\n{Berlin}" },
        new("folded in bytes") { FoldAt = 9, FoldsBytes = true, LineEnd = "\n" },
        new("a script's") { LineEnd = "\n", FoldAt = 0, HasUids = false, Besides = "CLASS:PUBLIC" },
        new("by hand") { LineEnd = "\n", FoldAt = 0, Trailing = " ", IsLowerCase = true },
        new("of an old machine") { LineEnd = "\r", FoldAt = 40, FoldsBytes = true },
        new("in wide characters") { Mark = Encoding.Unicode, FoldAt = 0, Zone = "Europe/Moscow" },
        new("one after the other") { IsStream = true, LineEnd = "\r\n", Mark = Encoding.UTF8, FoldAt = 20, FoldsBytes = true },
        new("in UTC") { IsInUtc = true, HasHours = true, Zone = "Asia/Shanghai", Head = "VERSION:2.0\nX-WR-TIMEZONE:Asia/Shanghai" },
    ];
}
