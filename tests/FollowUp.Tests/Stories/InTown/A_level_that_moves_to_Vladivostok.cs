using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>
/// Law 7: notices go out at the plan's hour in the recipient's zone, and that is where they live now. Due on Wednesday, 17 June 2020.
/// </summary>
public sealed class A_level_that_moves_to_Vladivostok
{
    // Nine in Lisbon is four in the afternoon in Beijing; nine in Vladivostok is seven in the morning.
    [Fact]
    public async Task from_Lisbon_is_told_by_their_new_morning()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        await town.MoveTo("first", "Europe/Lisbon");
        await town.MoveTo("lead", "Europe/Lisbon");
        (await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()))).Status.Should().Be(201);
        await town.Sign();
        await town.Until("2020-06-18 12:00");
        Level(await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Should().Be("2020-06-19T08:00:00Z");

        await town.MoveTo("first", "Asia/Vladivostok");
        Level(await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Should().Be("2020-06-18T23:00:00Z");
        await town.Until("2020-06-19 18:00");

        town.Mailbox.Since("2020-06-18 00:00").Should().Equal(
            "06-18 09:01 law: overdue/again",
            "06-19 07:01 first: overdue/level-1",
            "06-19 16:01 lead: overdue/level-1");
    }

    // Field: a notice in the night is a notice that nobody reads.
    [Fact]
    public async Task and_back_is_not_woken_at_night()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        await town.MoveTo("first", "Asia/Vladivostok");
        (await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()))).Status.Should().Be(201);
        await town.Sign();
        await town.Until("2020-06-18 12:00");
        await town.MoveTo("first", "Europe/Lisbon");
        await town.Until("2020-06-19 18:00");

        town.Mailbox.To("first").Should().Equal("06-19 16:01 first: overdue/level-1");
    }

    private static string Level(Answer timetable) =>
        (string)timetable.Body!["lines"]!.AsArray()
            .Single(line => (string)line!["rung"]! == "level-1" && (string)line["ladder"]! == "overdue"
                && (string)line["to"]! == "first")!["planned"]!;
}
