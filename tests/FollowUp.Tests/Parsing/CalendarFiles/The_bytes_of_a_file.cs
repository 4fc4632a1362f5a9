using System.Text;
using FollowUp.Parsing.CalendarFiles;
using FollowUp.Tests.Parsing.CalendarFiles.Rig;

namespace FollowUp.Tests.Parsing.CalendarFiles;

/// <summary>
/// How programs write a file down: folds, ends of lines, marks, and what stands where nobody needs it. Tests <see cref="LineUnfolder"/>,
/// <see cref="ContentLine"/> and <see cref="ComponentReader"/>.
/// Also tests <see cref="Component"/>.
/// </summary>
public sealed class The_bytes_of_a_file
{
    private const string Name = "праздник 🎉 国庆节";

    private static readonly string Named = Ics.Of(Ics.Event("a", $"SUMMARY:{Name}"));

    // RFC 5545, 3.1: unfold before decoding.
    [Theory]
    [InlineData("\r\n ")]
    [InlineData("\n\t")]
    [InlineData("\r ")]
    public void May_be_folded_inside_a_character(string fold)
    {
        byte[] whole = Encoding.UTF8.GetBytes(Named);
        int from = Named.IndexOf(Name, StringComparison.Ordinal);
        for (int at = from; at < from + Encoding.UTF8.GetByteCount(Name); at++)
        {
            IsRead([.. whole[..at], .. Encoding.UTF8.GetBytes(fold), .. whole[at..]]);
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    [InlineData("\r\r\n")]
    [InlineData(" \r\n")]
    public void May_end_lines_as_any_program_does(string end) =>
        IsRead(Encoding.UTF8.GetBytes(Named.Replace("\n", end, StringComparison.Ordinal)));

    [Fact]
    public void May_begin_with_a_mark_or_be_UTF_16()
    {
        IsRead([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Named)]);
        IsRead([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Named)]);
        IsRead([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Named)]);
    }

    [Fact]
    public void Without_it_are_told_for_what_they_are()
    {
        IsRefused(Encoding.Unicode.GetBytes(Named), ": is written in UTF-16 without a byte order mark; save it as UTF-8");
        IsRefused([.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Named)], ": is written in UTF-32; save it as UTF-8");
        IsRefused([.. Encoding.Unicode.Preamble, .. Encoding.UTF8.GetBytes(Named + Name[..1]).Append((byte)0)], ": *");
        IsRefused(
            Encoding.Latin1.GetBytes(Named.Replace(Name, "Fête", StringComparison.Ordinal)), ": is not UTF-8 in line 8; save it as UTF-8");
    }

    [Theory]
    [InlineData("BEGIN:VALARM\nTRIGGER:-PT15M\nACTION:DISPLAY\nDESCRIPTION:y\nEND:VALARM")]
    [InlineData("BEGIN:VALARM\nTRIGGER;VALUE=DATE-TIME:whenever\nthis is no line\nEND:VALARM")]
    [InlineData("BEGIN:VALARM\nBEGIN:X-PART\nEND:X-PART\nUID:z\nSUMMARY:y\nDURATION:y\nEND:VALARM")]
    [InlineData("begin:valarm \nend:valarm ")]
    [InlineData("BEGIN:VALARM\nACTION:AUDIO")]
    [InlineData("BEGIN:VALARM\nBEGIN:VALARM\nEND:VALARM")]
    public void May_hold_alarms_of_any_form(string alarm) =>
        IsRead(Encoding.UTF8.GetBytes(Named.Replace("END:VEVENT", $"{alarm}\nEND:VEVENT", StringComparison.Ordinal)));

    [Theory]
    [InlineData("X-APPLE-TRAVEL:\"")]
    [InlineData("ATTENDEE;CN=\"Jo\"hn\":mailto:x@y.example")]
    [InlineData("CLASS:")]
    [InlineData("BEGIN:X-PART\nSUMMARY:y\nDTSTART:y\nEND:X-PART")]
    public void May_hold_whatever_nobody_needs(string line) =>
        IsRead(Encoding.UTF8.GetBytes(Named.Replace("END:VEVENT", $"{line}\nEND:VEVENT", StringComparison.Ordinal)));

    [Theory]
    [InlineData("END:VEVENT\nEND:VCALENDAR\n", "", "is cut off: the VEVENT that begins in line 4 has no end")]
    [InlineData("END:VCALENDAR\n", "", "is cut off: the VCALENDAR that begins in line 1 has no end")]
    [InlineData("END:VEVENT\nEND:VCALENDAR\n", "DESCRIP", "is cut off: the VEVENT that begins in line 4 has no end")]
    [InlineData("END:VEVENT\n", "", "ends a VCALENDAR in line 9, and the VEVENT that begins in line 4 has not ended")]
    [InlineData("END:VEVENT\n", "BEGIN:VEVENT\nEND:VEVENT\n",
        "begins a VEVENT in line 9, and the VEVENT that begins in line 4 has not ended")]
    [InlineData("END:VEVENT\n", "END:VEVENT\nEND:VEVENT\n",
        "ends a VEVENT in line 10, and the VCALENDAR that begins in line 1 has not ended")]
    [InlineData("END:VEVENT\n", "BEGIN:VALARM\nRRULE:FREQ=DAILY\nEND:VEVENT\n",
        "has an alarm, in line 9, that does not end before line 10, “RRULE:FREQ=DAILY”")]
    [InlineData("END:VEVENT\n", "no line\nEND:VEVENT\n",
        "cannot be read in line 9, which is not of the form NAME:value: “no line”. A line that goes on with the one before begins with a "
            + "space")]
    [InlineData("END:VEVENT\n", "DTSTART ;VALUE=DATE:20240611\nEND:VEVENT\n", "cannot be read in line 9, *")]
    [InlineData("END:VCALENDAR\n", "END:VCALENDAR\n</html>", "goes on after its end, in line 11: “</html>”")]
    [InlineData("VERSION:2.0", "VERSION:1.0", "is vCalendar 1.0, not iCalendar 2.0 (RFC 5545); export it as that")]
    [InlineData("VERSION:2.0", "METHOD:REPLY", "is a message between calendar programs (METHOD:REPLY), and no calendar")]
    [InlineData("SUMMARY:", "SUMMARY;ENCODING=QUOTED-PRINTABLE:",
        "has its SUMMARY in QUOTED-PRINTABLE (line 8), as vCalendar 1.0 did; export it as iCalendar 2.0")]
    [InlineData("BEGIN:VCALENDAR", "<!DOCTYPE html>",
        "is no iCalendar file (RFC 5545): it begins with “<!DOCTYPE html>”, not with BEGIN:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\n", "", "is no iCalendar file (RFC 5545): it begins with “VERSION:2.0”, not with BEGIN:VCALENDAR")]
    [InlineData("X", "X-WR-CALNAME:a\\nb\nX", "has a name (X-WR-CALNAME) of more than one line, or with control characters")]
    public void That_are_broken_say_where(string part, string broken, string fault) =>
        IsRefused(
            Encoding.UTF8.GetBytes(
                Named.Replace(part == "X" ? "PRODID" : part, broken.Replace("\nX", "\nPRODID", StringComparison.Ordinal),
                    StringComparison.Ordinal)), $": {fault}");

    // A truncated file is refused wherever it ends: half a year is no year.
    [Fact]
    public void Are_refused_wherever_they_are_cut_off()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Named);
        for (int length = 0; length < whole.Length - 1; length++)
        {
            Ics.Read(whole[..length]).Faults.Should().NotBeEmpty($"of {length} bytes");
        }
    }

    private static void IsRead(byte[] file)
    {
        Read read = Ics.Read(file);
        read.Days.Should().Be("06-10");
        read.File.Contributed.DaysOff.Should().ContainSingle().Which.Name.En.Should().Be(Name);
    }

    private static void IsRefused(byte[] file, string fault) => Ics.Read(file).Faults.Should().ContainSingle().Which.Should().Match(fault);
}
