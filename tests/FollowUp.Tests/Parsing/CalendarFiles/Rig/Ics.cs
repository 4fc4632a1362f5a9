using System.Text;
using FollowUp.Parsing;
using FollowUp.Parsing.CalendarFiles;
using NodaTime;

namespace FollowUp.Tests.Parsing.CalendarFiles.Rig;

/// <summary>Small calendar files, and what is read of them.</summary>
internal static class Ics
{
    public static readonly LocalDate Through = new(2024, 12, 31);

    /// <summary>Events of one calendar, each in lines.</summary>
    public static string Of(params string[] events) =>
        $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n{string.Concat(events.Select(one => $"BEGIN:VEVENT\n{one}\nEND:VEVENT\n"))}"
            + $"END:VCALENDAR\n";

    /// <summary>An all-day event called x, on 10 June 2024 unless its lines begin elsewhere.</summary>
    public static string Event(string uid, string lines) =>
        $"UID:{uid}\n"
            + $"DTSTAMP:20240101T000000Z\n{(lines.Contains("DTSTART", StringComparison.Ordinal) ? "" : "DTSTART;VALUE=DATE:20240610\n")}"
        + $"{(lines.Contains("SUMMARY", StringComparison.Ordinal) ? "" : "SUMMARY:x\n")}{lines}".TrimEnd();

    public static Read Read(string file, string? working = "", string? ignore = null, LocalDate? through = null) =>
        Read(Encoding.UTF8.GetBytes(file), working, ignore, through);

    public static Read Read(byte[] file, string? working = "", string? ignore = null, LocalDate? through = null)
    {
        ParseContext context = new();
        CalendarFileOptions options = new("T", through ?? Through, [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], working, "en") { Ignore = ignore };
        ParsedCalendarFile read = CalendarFileParser.Parse(file, options, context);
        return new(read, [.. context.Faults.Select(fault => $"{fault.Pointer}: {fault.Detail}")]);
    }
}

/// <summary>What was read of a file.</summary>
internal sealed record Read(ParsedCalendarFile File, List<string> Faults)
{
    /// <summary>Of a file that must be readable: <c>06-10 06-11</c>, and the worked ones behind a plus.</summary>
    public string Days
    {
        get
        {
            Faults.Should().BeEmpty();
            return string.Join(
                ' ', File.Calendar.Holidays.Keys.Order().Select(Short)
                    .Concat(File.Calendar.WorkingDays.Keys.Order().Select(day => $"+{Short(day)}")));
        }
    }

    /// <summary><c>06-10 x: is cancelled</c>.</summary>
    public IEnumerable<string> PassedOver =>
        File.Contributed.PassedOver.Select(one => $"{(one.Date is { } day ? Short(day) : "-")} {one.Name ?? "-"}: {one.Why}");

    private static string Short(LocalDate day) => day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
