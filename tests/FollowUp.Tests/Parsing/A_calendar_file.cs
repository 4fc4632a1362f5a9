using System.Text;
using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Parsing;
using FollowUp.Parsing.CalendarFiles;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace FollowUp.Tests.Parsing;

/// <summary>Tests <see cref="CalendarParser"/>.</summary>
public sealed class A_calendar_file
{
    private static readonly IReadOnlyList<IsoDayOfWeek> Weekend = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    private static string Event(string lines, string start = "DTSTART;VALUE=DATE:20201001") =>
        $"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:e1\n{start}\n{lines}\nEND:VEVENT\nEND:VCALENDAR";

    // Law 8: what a calendar program wrote counts the very days that the official notices name.
    [Theory]
    [InlineData("CN")]
    [InlineData("RU")]
    public void of_the_official_days_gives_the_same_days(string id)
    {
        WorkCalendar official = OfficialCalendars.Find(id)!;
        Ical.Net.Calendar file = new();
        foreach ((LocalDate day, Wording name) in official.Holidays)
        {
            file.Events.Add(AllDay(day, name.TextIn("en")));
        }

        foreach ((LocalDate day, Wording _) in official.WorkingDays)
        {
            file.Events.Add(AllDay(day, "班"));
        }

        WorkCalendar read = Read(new CalendarSerializer().SerializeToString(file)!, official.KnownThrough, "班").Calendar;
        for (LocalDate day = new(2019, 1, 1); day <= official.KnownThrough; day = day.PlusDays(1))
        {
            read.Works(day).Should().Be(official.Works(day), $"{day:uuuu-MM-dd}");
        }
    }

    [Fact]
    public void counts_an_event_of_several_days_to_the_day_before_its_end()
    {
        WorkCalendar calendar = Read(Event("DTEND;VALUE=DATE:20201009\nSUMMARY;LANGUAGE=zh-CN:国庆节")).Calendar;
        calendar.Holidays.Keys.Order().Should().Equal(Enumerable.Range(1, 8).Select(day => new LocalDate(2020, 10, day)));
        calendar.Holidays[new(2020, 10, 1)].Should().Be(new Wording { Zh = "国庆节" });
    }

    // Law 18: such an event stands in many a calendar, and nobody means that it is a day off.
    [Fact]
    public void is_refused_where_an_event_lasts_all_year() =>
        Read(Event("DTEND;VALUE=DATE:20211001\nSUMMARY:Year of culture")).Reading.Faults.Select(fault => $"{fault.Pointer}: {fault.Detail}")
            .Should().Contain(
                "/events: leave nobody a day to work in the half year up to 2021-04-01: nothing could be said to who keeps them");

    [Fact]
    public void follows_what_comes_round_as_far_as_it_is_known() =>
        Read(Event("RRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20211001\nSUMMARY:National Day"), new(2023, 12, 31)).Calendar.Holidays.Keys.Order()
            .Should().Equal(new LocalDate(2020, 10, 1), new(2022, 10, 1), new(2023, 10, 1));

    [Fact]
    public void knows_a_worked_day_by_a_category_as_well() =>
        Read(Event("SUMMARY:Sunday\nCATEGORIES:Holiday,Worked", "DTSTART;VALUE=DATE:20200927"), working: "worked").Calendar.WorkingDays.Keys
            .Should().Equal(new LocalDate(2020, 9, 27));

    [Fact]
    public void takes_no_notice_of_what_was_cancelled() =>
        Read(Event(
            "SUMMARY:a\nEND:VEVENT\nBEGIN:VEVENT\nUID:e2\nSTATUS:CANCELLED\nSUMMARY:b\nDTSTART;VALUE=DATE:20201102")).Calendar.Holidays
                .Should().HaveCount(1);

    // Law 18: nothing is guessed.
    [Theory]
    [InlineData("hello", ": is no iCalendar file (RFC 5545): *")]
    [InlineData("", ": is empty; an iCalendar file begins with BEGIN:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR", "/events: has 0 entries; 1 to 5000 are taken")]
    public void that_is_none_says_so(string file, string fault) => Faults(file).Should().ContainSingle().Which.Should().Match(fault);

    [Theory]
    [InlineData("SUMMARY:x", "DTSTART:20201001T090000", "/events/0: must begin on a day from 1600 to 2400, without an hour: *(event e1)")]
    [InlineData("SUMMARY:x", "X-NO:START", "/events/0: must begin on a day*")]
    [InlineData("X-NO:NAME", "DTSTART;VALUE=DATE:20201001", "/events/0: needs a SUMMARY of 1 to 300 characters in one line (event e1)")]
    [InlineData("SUMMARY:x", "DTSTART;VALUE=DATE:20270104", "/events/0: reaches beyond knownThrough, 2026-12-31 (event e1)")]
    [InlineData("SUMMARY:x\nDTEND;VALUE=DATE:20270104", "DTSTART;VALUE=DATE:20261230",
        "/events/0: reaches beyond knownThrough, 2026-12-31 (event e1)")]
    [InlineData("SUMMARY:x", "DTSTART;VALUE=DATE:20200927",
        "/events/0: lies on the weekend (2020-09-27): is it off, or worked? *?working=班*")]
    [InlineData("SUMMARY:x\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "DTSTART;VALUE=DATE:20200102",
        "/events/0: comes round by a rule that cannot be followed: *")]
    [InlineData("SUMMARY:x\nRRULE:FREQ=DAILY", "DTSTART;VALUE=DATE:20010101", "/events/0: makes more than 5000 days up to 2026-12-31*")]
    [InlineData("SUMMARY:x\nRRULE:FREQ=SECONDLY", "DTSTART;VALUE=DATE:20010101", "/events/0: comes round within the day; *")]
    public void says_which_event_is_wrong_and_the_way_out(string lines, string start, string fault) =>
        Faults(Event(lines, start)).Should().ContainSingle().Which.Should().Match(fault);

    [Fact]
    public void that_says_two_things_of_one_day_is_refused() =>
        Faults(Event("SUMMARY:National Day\nEND:VEVENT\nBEGIN:VEVENT\nUID:e2\nSUMMARY:班\nDTSTART;VALUE=DATE:20201001"), "班")
            .Should().Equal("/events: say of 2020-10-01 both that it is worked and that it is off");

    // "Нерабочий" and "non-working" say the opposite of what they hold.
    [Theory]
    [InlineData("Рабочий день", "рабочий", true)]
    [InlineData("Нерабочий день", "рабочий", false)]
    [InlineData("Суббота: рабочий день", "рабочий", true)]
    [InlineData("Workday", "workday", true)]
    [InlineData("Non-workday", "workday", false)]
    [InlineData("Non-workday, workday", "workday", true)]
    [InlineData("国庆补班", "班", true)]
    [InlineData("2020班", "班", true)]
    public void knows_a_worked_day_by_a_word_and_not_by_the_middle_of_one(string name, string word, bool isWorked)
    {
        string other = $"END:VEVENT\nBEGIN:VEVENT\nUID:e2\nDTSTART;VALUE=DATE:20201010\nSUMMARY:{word}";
        Read(Event($"SUMMARY:{name}\n{other}", "DTSTART;VALUE=DATE:20200927"), working: word).Calendar.WorkingDays.ContainsKey(
            new(2020, 9, 27)).Should().Be(isWorked);
    }

    [Fact]
    public void that_is_marked_by_a_word_it_does_not_hold_is_refused() =>
        Faults(Event("SUMMARY:National Day"), "шабат")
            .Should().Equal("/working: marks nothing: no event has шабат in its name or as a category");

    [Fact]
    public void that_marks_an_ordinary_weekday_as_worked_says_what_is_true_already() =>
        Read(Event("SUMMARY:补班", "DTSTART;VALUE=DATE:20200928"), working: "班").Calendar.Works(new(2020, 9, 28)).Should().BeTrue();

    [Fact]
    public void that_changes_one_day_of_what_comes_round_says_how_else_to_say_it() =>
        Faults(Event(
            "RRULE:FREQ=YEARLY\nSUMMARY:Day\nEND:VEVENT\nBEGIN:VEVENT\nUID:e1\nRECURRENCE-ID;VALUE=DATE:20211001\n"
                + "DTSTART;VALUE=DATE:20211004\nSUMMARY:Day")).Should()
            .ContainSingle().Which.Should().StartWith("/events/1: changes one day of another event");

    // A hostile file is refused like any other that is wrong, and as soon.
    [Fact]
    public void that_was_broken_at_random_is_read_or_refused() => Seeds.Each(2_000, random =>
    {
        StringBuilder file =
            new(Event(
                "DTEND;VALUE=DATE:20201009\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1MO,-1FR;COUNT=9\nEXDATE;VALUE=DATE:20211001\n"
                    + "CATEGORIES:a,b\nSUMMARY;LANGUAGE=zh-CN:国庆节\nDURATION:P3D"));
        for (int n = random.Next(1, 6); n > 0; n--)
        {
            int at = random.Next(file.Length);
            _ = random.Next(4) switch
            {
                0 => file.Remove(at, Math.Min(random.Next(1, 30), file.Length - at)),
                1 => file.Insert(
                    at, random.One(";", ":", ",", "=", "\n", "\n ", "-", "999999999999", "FREQ=DAILY", "BEGIN:VEVENT\n", "END:VCALENDAR\n",
                        "RRULE:FREQ=", "RDATE:", "\"", "\u0000", "INTERVAL=0;")),
                2 => file.Insert(at, file.ToString(random.Next(file.Length / 2), random.Next(1, file.Length / 2))),
                _ => file.Replace(file[at], (char)random.Next(1, 0x500), at, 1),
            };
        }

        string broken = file.ToString();
        Attempt(broken).Should().NotThrow($"of {broken}");
    });

    private static Action Attempt(string file) => () => Read(file, working: "");

    private static CalendarEvent AllDay(LocalDate day, string name) =>
        new() { Summary = name, DtStart = new CalDateTime(day.Year, day.Month, day.Day) };

    private static IEnumerable<string> Faults(string file, string? working = null) =>
        Read(file, working: working).Reading.Faults.Select(fault => $"{fault.Pointer}: {fault.Detail}");

    private static (WorkCalendar Calendar, ParseContext Reading) Read(string file, LocalDate? knownThrough = null, string? working = null)
    {
        ParseContext context = new();
        return (CalendarFileParser.Parse(Encoding.UTF8.GetBytes(file), new("CN", knownThrough ?? new(2026, 12, 31), Weekend, working, "en"), context).Calendar, context);
    }
}
