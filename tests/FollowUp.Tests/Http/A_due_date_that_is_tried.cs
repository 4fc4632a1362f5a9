using System.Text.Json.Nodes;
using FollowUp.Calendars;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Tests.Rig;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Tests.Http;

/// <summary>
/// Before a due date is moved, one sees when notices would fall then, and what the calendars say of that day (law 8); nothing is stored
/// (law 17). Tests <see cref="GetTimetable"/>, <see cref="DueDayResponse"/> and <see cref="DayNotes"/>.
/// </summary>
public sealed class A_due_date_that_is_tried
{
    private static readonly string Timetable = $"{Town.PathOf(Papers.Item)}/timetable";

    [Fact]
    public async Task tells_what_comes_once_it_is_moved_there()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-12 10:00");
        IReadOnlyList<string> stored = await town.Tables.Everything();
        Answer tried = await town.Get($"{Timetable}?dueOn=2020-10-03");

        tried.Status.Should().Be(200, tried.Text);
        (await town.Tables.Everything()).Should().Equal(stored, "reading changes nothing");
        JsonNode due = tried.Body!["due"]!;
        ((string)due["dueOn"]!, (string)due["explanation"]!, (string)due["shifts"]![0]!["code"]!)
            .Should().Be(("2020-10-03", "Sat 3 Oct is no working day: National Day (CN)", "day-off"));
        Around(tried).Should().Contain("due/day 2020-09-30T01:00:00Z law");

        JsonObject move = new() { ["by"] = "desk", ["dueOn"] = "2020-10-03", ["reason"] = "The other side asked for it." };
        (await town.Put($"{Town.PathOf(Papers.Item)}/due-date", move)).Status.Should().Be(200);
        Answer real = await town.Get(Timetable);
        Around(real).Should().Equal(Around(tried), "it is the same function");
        real.Body!["due"].Should().BeNull("nobody asked about a day");
    }

    [Theory]
    [InlineData("?dueOn=2020-02-30", 422, "/dueOn")]
    [InlineData("?dueOn=", 422, "/dueOn")]
    [InlineData("?dueOn=2020-05-01", 422, "/dueOn")]
    [InlineData("?dueOn=2020-06-17", 200, "")]
    [InlineData("?due=2020-10-03", 422, "/due")]
    public async Task is_refused_as_the_act_would_be_but_for_the_day_that_it_is_due_already(string query, int status, string pointer)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Answer answer = await town.Get(Timetable + query);
        (answer.Status, string.Join(' ', answer.Pointers)).Should().Be((status, pointer), answer.Text);
    }

    [Fact]
    public async Task is_refused_where_the_item_is_closed()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonObject away = new() { ["by"] = "desk", ["reason"] = "Both sides dropped it." };
        (await town.Put($"{Town.PathOf(Papers.Item)}/withdrawal", away)).Status.Should().Be(200);
        (await town.Get($"{Timetable}?dueOn=2020-10-03")).Status.Should().Be(409);
    }

    [Theory]
    [InlineData("2020-09-30", "")]
    [InlineData("2020-09-27", "Sun 27 Sep is no working day: Sunday (RU); Sun 27 Sep counts as a working day (CN)")]
    [InlineData("2020-09-26", "Sat 26 Sep is no working day: Saturday (CN, RU)")]
    [InlineData("2020-05-09", "Sat 9 May is no working day: Victory Day (RU); Sat 9 May counts as a working day (CN)")]
    public void is_said_by_each_calendar(string day, string said)
    {
        WorkCalendar[] both = [OfficialCalendars.Find("CN")!, OfficialCalendars.Find("RU")!];
        LocalDate date = LocalDatePattern.Iso.Parse(day).Value;
        string.Join(ShiftPhrases.Between, DayNotes.Of(both, date).Where(note => note.Code != ShiftPhrases.NotAnnounced.Code)
            .Select(DayNotes.Vocabulary.Say)).Should().Be(said);
        DayNotes.Of([both[0]], new(2400, 3, 1)).Should().Contain(note => note.Code == ShiftPhrases.NotAnnounced.Code);
    }

    private static IReadOnlyList<string> Around(Answer answer) =>
    [
        .. answer.Body!["lines"]!.AsArray().Select(line => line!)
            .Where(line => (string)line["ladder"]! is "due" or "overdue" && (string)line["state"]! == "expected")
            .Select(line => $"{line["ladder"]}/{line["rung"]} {line["planned"]} {line["to"]}"),
    ];
}
