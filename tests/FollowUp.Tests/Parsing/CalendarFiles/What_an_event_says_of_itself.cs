using System.Text;
using FollowUp.Parsing.CalendarFiles;
using FollowUp.Tests.Parsing.CalendarFiles.Rig;

namespace FollowUp.Tests.Parsing.CalendarFiles;

/// <summary>
/// Off, worked or neither: by the caller's words, by what the file says, or asked.
/// Tests <see cref="EventKeywords"/>, <see cref="KeywordList"/>
/// and <see cref="HolidayClassifier"/>.
/// </summary>
public sealed class What_an_event_says_of_itself
{
    private const string Observed = "says of itself that it is only observed; ?ignore= with no word counts such days as off";

    private const string Hideable = "can be hidden, as Google's calendar does of days that are only observed";

    private static readonly string Holiday = Ics.Event(
        "b", "DTSTART;VALUE=DATE:20240809\nDTEND;VALUE=DATE:20240810\nDESCRIPTION:Public holiday\nSUMMARY:Women's Day\nTRANSP:TRANSPARENT");

    [Theory]
    [InlineData("DESCRIPTION:Observance\\nTo hide observances\\, go to Google Calendar Setting\n s > Holidays in South Africa")]
    [InlineData("DESCRIPTION:observance ")]
    [InlineData("CATEGORIES:Holidays,Observance")]
    [InlineData("DESCRIPTION:Observance, Christian")]
    [InlineData("CATEGORIES:Observance\\, Muslim")]
    [InlineData("DESCRIPTION:Observance in Scotland\\, Wales")]
    [InlineData("DESCRIPTION:Clock change/Daylight Saving Time")]
    [InlineData("CATEGORIES:Season")]
    [InlineData("SUMMARY:x (Not a Public Holiday)")]
    public void Is_not_off_where_it_is_only_observed(string lines)
    {
        string file = Ics.Of(Ics.Event("a", lines), Holiday);
        Read read = Ics.Read(file);
        read.Days.Should().Be("08-09");
        read.PassedOver.Should().ContainSingle().Which.Should().StartWith("06-10 x").And.EndWith(Observed);
        Ics.Read(file, ignore: "").Days.Should().Be("06-10 08-09", "all are days off where nothing is to be ignored");
    }

    [Theory]
    [InlineData("SUMMARY:Independence Day (observed)")]
    [InlineData("DESCRIPTION:Bank holiday")]
    [InlineData("SUMMARY:Regional Peace Day")]
    public void Is_off_where_it_says_nothing_of_the_kind(string lines) => Ics.Read(Ics.Of(Ics.Event("a", lines))).Days.Should().Be("06-10");

    [Theory]
    [InlineData("DESCRIPTION:Public holiday in Bavaria", "Public holiday in Bavaria", "is not everybody's day off", "Regional")]
    [InlineData("DESCRIPTION:Gesetzlicher Feiertag in Bayern", "Gesetzlicher Feiertag in Bayern", "is not everybody's day off", "Regional")]
    [InlineData("CATEGORIES:Half-day", "Half-day", "is not everybody's day off", "Regional")]
    [InlineData("DESCRIPTION:Regional, Catholic", "Regional, Catholic", "is not everybody's day off", "Regional")]
    [InlineData("SUMMARY:Day of Andalucía (Regional Holiday)", "Regional Holiday", "is not everybody's day off", "Regional")]
    [InlineData("DESCRIPTION:Gedenktag\\nWenn Sie Gedenktage ausblenden möchten\\, öffnen Sie Google Kalender", "Gedenktag", Hideable,
        "Gedenktag")]
    [InlineData("DESCRIPTION:기념일\\n기념일을 숨기려면 Google 캘린더 설정으로 이동하세요.", "기념일", Hideable, "기념일")]
    public void Is_asked_about_where_some_have_it_off_or_it_may_only_be_observed(string lines, string said, string what, string word)
    {
        string file = Ics.Of(Ics.Event("a", lines), Holiday);
        Ics.Read(file).Faults.Should().Equal(
            $"/events/0: says of itself that it {what} ({said}): does it count? Say which words mark what is passed over, like "
                + $"?ignore={word}, or ?ignore= for none (event a)");
        Ics.Read(file, ignore: "").Days.Should().Be("06-10 08-09");
        Read ignored = Ics.Read(file, ignore: said.Split(',')[0]);
        ignored.Days.Should().Be("08-09");
        ignored.PassedOver.Should().ContainSingle().Which.Should().EndWith($"is marked by ignore={said.Split(',')[0]}");
    }

    // A third sort of day: the eve of a feast has hours, and is neither off nor worked.
    [Fact]
    public void Is_passed_over_where_the_caller_says_so_whatever_else_it_is()
    {
        Read read =
            Ics.Read(
                Ics.Of(Holiday, Ics.Event("a", "DTSTART:20241224T120000\nDTEND:20241224T180000\nSUMMARY:Christmas Eve"),
                    Ics.Event("c", "DTSTART:99999999\nSUMMARY:New Year's Eve")), ignore: "eve");
        read.Days.Should().Be("08-09");
        read.PassedOver.Should().Equal("- New Year's Eve: is marked by ignore=eve", "12-24 Christmas Eve: is marked by ignore=eve");
    }

    [Fact]
    public void Is_worked_where_a_phone_says_so() =>
        Ics.Read(
            Ics.Of(Ics.Event("a", "DTSTART;VALUE=DATE:20240914\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY"),
                Ics.Event("b", "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY")), working: null).Days.Should().Be("06-10 +09-14");

    // What says of itself that it is off need not be asked about on a weekend.
    [Fact]
    public void Is_off_on_a_weekend_where_a_phone_says_so() =>
        Ics.Read(Ics.Of(Ics.Event("a", "DTSTART;VALUE=DATE:20240914\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY")), working: null).Days
            .Should().Be("09-14");

    [Theory]
    [InlineData("班,worked", "补班", "+06-10")]
    [InlineData("班 , worked", "Worked for Friday", "+06-10")]
    [InlineData("é", "journée E\u0301 x", "+06-10")]
    [InlineData("ВЫХОДНОЙ", "выходнои\u0306", "+06-10")]
    [InlineData("worked", "Ｗｏｒｋｅｄ day", "+06-10")]
    public void Is_marked_by_words_in_one_Unicode_form(string working, string name, string days)
    {
        string other = string.Join(' ', working.Split(','));
        Ics.Read(Ics.Of(Ics.Event("a", $"SUMMARY:{name}"), Ics.Event("b", $"DTSTART;VALUE=DATE:20240610\nSUMMARY:{other}")),
            working: working.Normalize(NormalizationForm.FormD)).Days.Should().Be(days);
    }

    [Theory]
    [InlineData("班,шабат", null, "/working: marks nothing: no event has шабат in its name or as a category")]
    [InlineData("班", "Eve", "/ignore: marks nothing: no event has Eve in its name, as a category or at the head of its description")]
    [InlineData("班", "woman", "/ignore: marks nothing: *")]
    [InlineData("班", "补", "/events/1: is marked both as worked (班) and as one to pass over (补) (event a)")]
    public void Is_refused_where_the_callers_words_do_not_fit(string working, string? ignore, string fault) =>
        Ics.Read(Ics.Of(Holiday, Ics.Event("a", "DTSTART;VALUE=DATE:20240615\nSUMMARY:补班")), working, ignore).Faults
            .Should().ContainSingle().Which.Should().Match(fault);

    // One fault is told, and no second one that is not true.
    [Theory]
    [InlineData("DTSTART:20240914T090000Z\nSUMMARY:补班")]
    [InlineData("DTSTART;VALUE=DATE:20240631\nSUMMARY:补班")]
    public void Is_not_said_to_be_missing_where_it_is_only_faulty(string lines) =>
        Ics.Read(Ics.Of(Holiday, Ics.Event("a", lines)), "补班").Faults.Should().ContainSingle().Which.Should().StartWith("/events/1: ");

    [Fact]
    public void Is_not_said_to_be_missing_where_it_was_cancelled() =>
        Ics.Read(Ics.Of(Holiday, Ics.Event("a", "STATUS:CANCELLED\nSUMMARY:补班")), "补班").Days.Should().Be("08-09");

    [Theory]
    [InlineData("SUMMARY;LANGUAGE=zh-CN:国庆节\\, 放假", "国庆节, 放假")]
    [InlineData("SUMMARY;LANGUAGE=\"zh\": 国\\;庆\\\\节 ", "国;庆\\节")]
    public void Has_a_name_as_it_is_written(string summary, string name) =>
        Ics.Read(Ics.Of(Ics.Event("a", summary))).File.Contributed.DaysOff
            .Should().Equal(new NamedDay(new(2024, 6, 10), new() { Zh = name }));

    [Theory]
    [InlineData("SUMMARY:", "needs a SUMMARY of 1 to 300 characters in one line")]
    [InlineData("SUMMARY:a\\nb", "has a SUMMARY of more than one line, or with control characters")]
    [InlineData("SUMMARY:x\nSUMMARY:y", "has two of SUMMARY, in line 8 and in line 9: which one counts?")]
    public void Is_refused_where_it_has_no_name_to_show(string lines, string fault) =>
        Ics.Read(Ics.Of(Ics.Event("a", lines))).Faults.Should().Equal($"/events/0: {fault} (event a)");

    [Fact]
    public void Is_told_by_its_name_and_line_where_it_has_no_UID() =>
        Ics.Read(Ics.Of("DTSTART;VALUE=DATE:20250610\nSUMMARY:Labour Day")).Faults
            .Should().Equal("/events/0: reaches beyond knownThrough, 2024-12-31 (Labour Day, line 4)");
}
