using FollowUp.Parsing;
using FollowUp.Tests.Parsing.Rig;
using FollowUp.Values;

namespace FollowUp.Tests.Parsing;

/// <summary>
/// Where, as a JSON Pointer, and what would be right; one fault for one mistake. Tests <see cref="Fault"/>, <see cref="ParseContext"/>,
/// <see cref="JsonField"/>, <see cref="Day"/> and <see cref="InvalidInputException"/>.
/// </summary>
public sealed class A_fault
{
    [Theory]
    // Unknown fields are refused, not overlooked.
    [InlineData("/pepole", "[]", "/pepole: is not known here; known are people, calendars, plans, agreements")]
    [InlineData("/agreements/0/items/0/duOn", "1", "/agreements/0/items/0/duOn: is not known here*")]
    [InlineData("/agreements/0/title/fr", "\"x\"", "/agreements/0/title/fr: is not known here; known are en, zh, ru")]
    // Forms.
    [InlineData("/people", "{}", "/people: must be a list")]
    [InlineData("/people/0/absences", "7", "/people/0/absences: must be a list")]
    [InlineData("/people/0/id", "\"Law Desk\"", "/people/0/id: must be 1 to 40 of a-z, 0-9 and -")]
    [InlineData("/people/0/name", "7", "/people/0/name: must be a text")]
    [InlineData("/people/0/name", "\"  \"", "/people/0/name: must not be empty")]
    [InlineData("/people/0/name", null, "/people/0/name: is required")]
    [InlineData("/people/0/email", "\"law\"", "/people/0/email: must be one mail address like law@nia.example")]
    // What a table or a mail leaves around a value, or in it.
    [InlineData("/people/0/email", "\"law@nia.example\u00a0\"",
        "/people/0/email: must be one mail address like law@nia.example; take out the blank before or behind it")]
    [InlineData("/people/0/email", "\"law\u200b@nia.example\"",
        "/people/0/email: must be one mail address like law@nia.example; take out U+200B, which nobody sees")]
    [InlineData("/people/0/id", "\" law\"", "/people/0/id: must be 1 to 40 of a-z, 0-9 and -; take out the blank before or behind it")]
    [InlineData("/agreements/0/items/0/dueOn", "\"2020-05-29 \"",
        "/agreements/0/items/0/dueOn: must be a date like 2020-05-29, from 1600 to 2400; take out the blank before or behind it")]
    [InlineData("/people/0/timeZone", "\"\ufeffAsia/Shanghai\"",
        "/people/0/timeZone: must be a time zone of the IANA database, like Asia/Shanghai; take out U+FEFF, which nobody sees")]
    [InlineData("/people/0/language", "\"de\"", "/people/0/language: must be one of en, zh, ru")]
    [InlineData("/people/0/timeZone", "\"Asia/Peking\"",
        "/people/0/timeZone: must be a time zone of the IANA database, like Asia/Shanghai")]
    [InlineData("/people/0/timeZone", "\"China Standard Time\"",
        "/people/0/timeZone: must be a time zone of the IANA database, like Asia/Shanghai (China Standard Time is written Asia/Shanghai "
            + "there)")]
    [InlineData("/people/0/timeZone", "\"UTC+08\"", "/people/0/timeZone: must be a time zone of the IANA database, like Asia/Shanghai")]
    [InlineData("/people/0/absences/0/to", "\"2020-01-19\"", "/people/0/absences/0/to: must not be before from")]
    [InlineData("/people/0/absences/0/to", null, "/people/0/absences/0/to: is required")]
    [InlineData("/people/0/absences/0/from", "\"20.01.2020\"",
        "/people/0/absences/0/from: must be a date like 2020-05-29, from 1600 to 2400")]
    [InlineData("/calendars/0/id", "\"C N\"", "/calendars/0/id: must be 1 to 40 of A-Z, a-z, 0-9 and -")]
    [InlineData("/calendars/0/weekend/0", "\"caturday\"", "/calendars/0/weekend/0: must be one of monday, *")]
    [InlineData("/calendars/0/weekend", """["monday","tuesday","wednesday","thursday","friday","saturday","sunday"]""",
        "/calendars/0/weekend: must leave at least one day to work")]
    [InlineData("/calendars/0/holidays", """[{"date":"2020-10-01","name":"a"},{"date":"2020-10-01","name":"b"}]""",
        "/calendars/0/holidays/1/date: is in this list twice")]
    [InlineData("/calendars/0/holidays", """[{"date":"2020-10-01","name":"a"},{"date":"1 Oct","name":"b"}]""",
        "/calendars/0/holidays/1/date: must be a date like*")]
    [InlineData("/calendars/0/knownThrough", null, "/calendars/0/knownThrough: is required")]
    [InlineData("/calendars/0/knownThrough", "\"2020-09-30\"",
        "/calendars/0/holidays/0/date: is after knownThrough, 2020-09-30: a calendar is known as far as it names days")]
    [InlineData("/calendars/0/weekend", null, "/calendars/0/weekend: is required; an empty list where every day is worked")]
    [InlineData("/calendars/0/holidays", null, "/calendars/0/holidays: is required; an empty list where nobody ever has one")]
    [InlineData("/calendars/0/workingDays/0/date", "\"2020-10-01\"",
        "/calendars/0/workingDays/0/date: is among the holidays as well: a day is either off or worked")]
    [InlineData("/calendars/0/workingDays/0/date", "\"2027-01-02\"",
        "/calendars/0/workingDays/0/date: is after knownThrough, 2026-12-31: *")]
    [InlineData("/plans/0/hour", "\"9 o'clock\"", "/plans/0/hour: must be an hour like 09:00")]
    [InlineData("/plans/0/hour", "\"24:00\"", "/plans/0/hour: must be an hour like 09:00")]
    [InlineData("/plans/0/extensionsMax", "-1", "/plans/0/extensionsMax: must be a whole number from 0 to 50")]
    [InlineData("/plans/0/extensionsMax", "1.5", "/plans/0/extensionsMax: must be a whole number from 0 to 50")]
    [InlineData("/plans/0/ladders", "[]", "/plans/0/ladders: must name at least one")]
    [InlineData("/plans/0/ladders/0/ladder", "\"undelivered\"", "/plans/0/ladders/0/ladder: must be one of receipt, *")]
    [InlineData("/plans/0/ladders/0/ladder", "\"overdue\"", "/plans/0/ladders/1/ladder: is in this plan twice: overdue")]
    [InlineData("/plans/0/ladders/0/rungs/0/offset", "\"-7d\"",
        "/plans/0/ladders/0/rungs/0/offset: must be working days, calendar days or months from the anchor, *")]
    [InlineData("/plans/0/ladders/0/rungs/0/offset", "\"+36500wd\"",
        "/plans/0/ladders/0/rungs/0/offset: *, like -7cd, +1wd, 1mo, or 0; at most 3660 days or 120 months")]
    [InlineData("/plans/0/ladders/0/rungs/0/to/0", "\"boss\"", "/plans/0/ladders/0/rungs/0/to/0: must be one of owner, supporting, *")]
    [InlineData("/plans/0/ladders/0/rungs/0/to", "[]", "/plans/0/ladders/0/rungs/0/to: must name at least one")]
    [InlineData("/plans/0/ladders/0/rungs/0/times", "3",
        "/plans/0/ladders/0/rungs/0/times: needs every: how far the repetitions lie apart")]
    [InlineData("/plans/0/ladders/1/rungs/0/every", "\"-5wd\"", "/plans/0/ladders/1/rungs/0/every: must be at least one day or month")]
    [InlineData("/plans/0/ladders/1/rungs/0/times", "121", "/plans/0/ladders/1/rungs/0/times: must be a whole number from 1 to 120")]
    [InlineData("/plans/0/ladders/1/rungs/1/id", "\"again\"", "/plans/0/ladders/1/rungs/1/id: is in this ladder twice")]
    [InlineData("/agreements/0/kind", "\"contract\"",
        "/agreements/0/kind: must be one of minutes, protocol, treaty, memorandum, agreement")]
    [InlineData("/agreements/0/signedOn", "\"2019-02-29\"", "/agreements/0/signedOn: is no day: February 2019 has 28 days")]
    [InlineData("/agreements/0/items/0/dueOn", "\"2020-13-01\"",
        "/agreements/0/items/0/dueOn: names month 13 of twelve: must be a date like 2020-05-29, from 1600 to 2400")]
    [InlineData("/agreements/0/items/0/dueOn", "\"2020-5-29\"",
        "/agreements/0/items/0/dueOn: must be a date like 2020-05-29, from 1600 to 2400")]
    [InlineData("/agreements/0/title", "{}", "/agreements/0/title: must have a text in at least one of en, zh, ru")]
    [InlineData("/agreements/0/title", """{"en":null}""", "/agreements/0/title: must have a text in at least one of en, zh, ru")]
    [InlineData("/agreements/0/title", "\"Minutes\"", "/agreements/0/title: must be an object")]
    [InlineData("/agreements/0/parties", "[]", "/agreements/0/parties: must name at least one")]
    [InlineData("/agreements/0/chain", """["a","b","c","d","e","f","g","h","i","j"]""",
        "/agreements/0/chain: has 10 entries; at most 9 are taken")]
    [InlineData("/agreements/0/items", "[]", "/agreements/0/items: must name at least one")]
    [InlineData("/agreements/0/items/0/kind", "\"party\"", "/agreements/0/items/0/kind: must be one of protocol-revision, *")]
    [InlineData("/agreements/0/items/0/clause", "\"p7\"", "/agreements/0/items/0/clause: names no clause of agreement 2019-11-21-beijing")]
    [InlineData("/agreements/0/items/0/dueOn", "\"2019-11-20\"",
        "/agreements/0/items/0/dueOn: is before the agreement was signed, on 2019-11-21")]
    [InlineData("/agreements/0/items/0/dueOn", "\"9999-12-31\"",
        "/agreements/0/items/0/dueOn: must be a date like 2020-05-29, from 1600 to 2400")]
    [InlineData("/agreements/0/signedOn", "\"-0001-01-01\"", "/agreements/0/signedOn: must be a date like 2020-05-29, from 1600 to 2400")]
    [InlineData("/agreements/0/items/0/stages/0/dueOn", "\"2019-11-20\"",
        "/agreements/0/items/0/stages/0/dueOn: is before the agreement was signed, on 2019-11-21")]
    [InlineData("/agreements/0/items/0/stages", """[{"id":"draft","dueOn":"2020-01-01"},{"id":"draft","dueOn":"2020-02-01"}]""",
        "/agreements/0/items/0/stages/1/id: is in this list twice: draft")]
    // What cannot be armed is not accepted (law 18).
    [InlineData("/agreements/0/items/0/dependsOn", """["visit-1"]""",
        "/agreements/0/items/0/dependsOn/0: names no item of this agreement: visit-1")]
    [InlineData("/agreements/0/items/0/dependsOn", """["protocol-1"]""", "/agreements/0/items/0/dependsOn/0: is the item itself")]
    [InlineData("/agreements/0/items/0/recurrence", "\"every quarter\"",
        "/agreements/0/items/0/recurrence: is no recurrence rule (RFC 5545) that can be followed, like FREQ=MONTHLY;INTERVAL=3;COUNT=8: *")]
    [InlineData("/agreements/0/items/0/recurrence", "\"FREQ=DAILY\"",
        "/agreements/0/items/0/recurrence: must come round by week, month or year, *")]
    [InlineData("/agreements/0/items/0/recurrence", "\"FREQ=MONTHLY\"",
        "/agreements/0/items/0/recurrence: misses February 2021, *BYMONTHDAY=-1")]
    public void says_where_and_what_would_be_right(string pointer, string? json, string fault) =>
        Example.Faults(register => register.Set(pointer, json)).Should().ContainSingle().Which.Should().Match(fault);

    // Law 18: an event of a whole year would silence whoever keeps this calendar.
    [Theory]
    [InlineData(182, false)]
    [InlineData(183, true)]
    public void is_found_in_holidays_of_half_a_year(int days, bool isFault)
    {
        IEnumerable<string> holidays = Enumerable.Range(0, days)
            .Select(n => $$"""{"date":"{{Sample.Day("2021-01-01").PlusDays(n):uuuu-MM-dd}}","name":"Year of culture"}""");
        Example.Faults(register => register.Set("/calendars/0/holidays", $"[{string.Join(',', holidays)}]")).Should().Equal(isFault
            ? [
                "/calendars/0/holidays: leave nobody a day to work in the half year up to 2021-07-02: nothing could be said to who keeps "
                    + "them",
            ]
            : []);
    }

    [Fact]
    public void does_not_hide_another()
    {
        Example.Faults(register =>
        {
            register.Set("/people/0/email", "\"nobody\"");
            register.Set("/people/0/id", null);
            register.Set("/plans/0/hour", "9");
            register.Set("/agreements/0/items/0/id", "\"A B\"");
            register.Set("/agreements/0/items/0/dueOn", null);
        }).Should().BeEquivalentTo(
            "/people/0/email: must be one mail address like law@nia.example",
            "/people/0/id: is required",
            "/plans/0/hour: must be a text",
            "/agreements/0/items/0/id: must be 1 to 40 of a-z, 0-9 and -",
            "/agreements/0/items/0/dueOn: is required");
    }

    [Fact]
    public void points_by_RFC_6901_where_names_hold_slashes_and_tildes() =>
        Example.Faults("""{"a/b~c":1}""").Should().ContainSingle().Which.Should().StartWith("/a~1b~0c: is not known here");

    [Fact]
    public void is_thrown_with_all_the_others()
    {
        ParseContext context = new();
        context.AddFault("/a", "is wrong");
        context.AddFault("/b", "is wrong too");
        context.Invoking(wrong => wrong.ThrowIfFaulty()).Should().Throw<InvalidInputException>()
            .WithMessage("/a: is wrong /b: is wrong too").Which.Faults.Should().HaveCount(2);
    }
}
