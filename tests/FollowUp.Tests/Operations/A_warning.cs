using System.Text.Json.Nodes;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>
/// Law 8: that a calendar ends before an item does stays visible, and is right at every moment, whatever moved the item there or back.
/// Tests <see cref="ItemChanger"/>.
/// </summary>
public sealed class A_warning
{
    private const string China = "Calendar CN is known through 2026-12-31 only: later days count by the weekend alone.";

    [Fact]
    public async Task comes_with_every_verb_that_moves_the_due_date_beyond_what_is_known_and_goes_when_it_comes_back()
    {
        await using Town town = await Town.With(Papers.ItemOf(dueOn: "2026-11-10"));
        Of(await town.Item()).Should().BeEmpty();

        Of(await town.Reschedule("2027-02-01")).Should().Equal(China);
        Of(await town.Reschedule("2026-11-10")).Should().BeEmpty();
        (await town.Ask("2027-02-02")).Status.Should().Be(201);
        Of(await town.Item()).Should().BeEmpty("nothing is granted yet");
        Of(await town.Grant(1)).Should().Equal(China);
        Of(await town.Sign()).Should().Equal(China);
        Of((await town.Get("/api/items?owner=law")).Body!["items"]![0]!).Should().Equal(China);
    }

    [Fact]
    public async Task says_that_stages_lie_behind_the_due_date_until_they_do_not()
    {
        JsonObject item = Papers.ItemOf();
        item["stages"] = new JsonArray(
            new JsonObject { ["id"] = "draft", ["dueOn"] = "2020-06-17" },
            new JsonObject { ["id"] = "signature", ["dueOn"] = "2020-07-01" });
        await using Town town = await Town.With(item);

        Of(await town.Item()).Should().Equal("It is due on 2020-06-17, before its own stages: signature.");
        Of(await town.Reschedule("2020-07-01")).Should().BeEmpty();
    }

    [Fact]
    public async Task comes_when_waiting_moved_it_there()
    {
        await using Town town = await Town.With(Papers.ItemOf(dueOn: "2026-12-10"));
        Of(await town.Suspend()).Should().BeEmpty();
        await town.Until("2020-05-13 10:00");
        Of(await town.Resume()).Should().Equal(China);
    }

    [Fact]
    public async Task goes_when_the_next_year_is_announced_and_the_item_re_based_to_it()
    {
        await using Town town = await Town.With(Papers.ItemOf(dueOn: "2027-02-01"));
        Of(await town.Item()).Should().Equal(China);
        JsonNode calendar = (await town.Get("/api/calendars/CN")).Body!;
        calendar["knownThrough"] = "2027-12-31";
        (await town.Put("/api/calendars/CN", calendar)).Status.Should().Be(200);
        Of(await town.Item()).Should().Equal([China], "what runs keeps the days it was accepted with (law 9)");

        string path = $"/api/agreements/{Papers.Agreement}/rebase";
        string seen = (string)(await town.Post(path, Papers.By("desk"))).Body!["preview"]!;
        (await town.Post(path, new JsonObject { ["by"] = "desk", ["preview"] = seen })).Status.Should().Be(200);

        Of(await town.Item()).Should().BeEmpty();
    }

    [Fact]
    public async Task comes_with_a_new_owner_who_keeps_a_calendar_that_ends()
    {
        await using Town town = await Town.With(Papers.ItemOf(dueOn: "2020-11-10"));
        JsonObject brief = new()
        {
            ["id"] = "SHORT",
            ["weekend"] = new JsonArray("saturday", "sunday"),
            ["holidays"] = new JsonArray(new JsonObject { ["date"] = "2020-06-01", ["name"] = "A day off" }),
            ["knownThrough"] = "2020-06-30",
        };
        (await town.Put("/api/calendars/SHORT", brief)).Status.Should().Be(200);
        JsonObject other = Papers.PersonOf("law-2");
        other["calendar"] = "SHORT";
        (await town.Put("/api/people/law-2", other)).Status.Should().Be(200);

        Of(await town.HandTo("law-2"))
            .Should().Equal("Calendar SHORT is known through 2020-06-30 only: later days count by the weekend alone.");
        Of(await town.HandTo("law")).Should().BeEmpty();
    }

    [Fact]
    public async Task is_also_on_each_line_of_the_timetable_that_it_is_about()
    {
        await using Town town = await Town.With(Papers.ItemOf(dueOn: "2027-01-04"));
        JsonNode eve = (await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Body!["lines"]!.AsArray()
            .Single(line => (string)line!["ladder"]! == "due" && (string)line["rung"]! == "eve")!;
        ((string)eve["explanation"]!).Should().Be("CN is not announced beyond 31 Dec 2026: counted by the weekend alone");
    }

    private static IEnumerable<string> Of(Answer answer)
    {
        answer.Status.Should().Be(200, answer.Text);
        return Of(answer.Body!);
    }

    private static IEnumerable<string> Of(JsonNode item) => item["warnings"]!.AsArray().Select(warning => (string)warning!);
}
