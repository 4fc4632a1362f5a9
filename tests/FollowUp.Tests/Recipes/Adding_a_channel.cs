using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Recipes;

/// <summary>
/// The recipe "A channel" of docs/recipes.md, gone through: what it promises of a class that keeps to the interface, the whole app keeps.
/// </summary>
public sealed class Adding_a_channel
{
    private const string Handed = "law: Handed to you – please sign for it: Revise the protocol – due on 17 June 2020";

    [Fact]
    public async Task brings_letters_there_and_the_ledger_knows()
    {
        ChatRoom room = new();
        await using Town town = await Town.With(room, Papers.ItemOf());
        await town.Until("2020-05-11 10:30");

        room.Lines.Should().Equal(Handed);
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: sent");
    }

    /// <summary>Not now: another try, a minute later and then ever less often, and health says what stands in the way.</summary>
    [Fact]
    public async Task that_is_closed_keeps_letters_until_it_opens()
    {
        ChatRoom room = new() { Absence = Absence.Closed };
        await using Town town = await Town.With(room, Papers.ItemOf());
        await town.Until("2020-05-11 10:30");

        (room.Lines.Count, room.Calls).Should().Be((0, 5), "it was tried at once and after 1, 2, 4 and 8 minutes more");
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: planned");
        Answer health = await town.Get("/api/health/ready");
        ((string)health.Body!["status"]!, (string)health.Body["mail"]!).Should().Match<(string Status, string Mail)>(
            said => said.Status == "degraded" && said.Mail.EndsWith("The chat room is closed.", StringComparison.Ordinal));

        room.Absence = Absence.None;
        await town.Until("2020-05-11 11:00");
        room.Lines.Should().Equal(Handed);
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: sent");
    }

    /// <summary>Whoever may have taken it gets the very same letter again, under the same Message-ID.</summary>
    [Fact]
    public async Task that_says_nothing_gets_the_same_letter_again_and_shows_it_once()
    {
        ChatRoom room = new() { Absence = Absence.Silent };
        await using Town town = await Town.With(room, Papers.ItemOf());
        await town.Until("2020-05-11 10:03");
        room.Absence = Absence.None;
        await town.Until("2020-05-11 10:30");

        room.Calls.Should().BeGreaterThan(1);
        room.Lines.Should().Equal(Handed);
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: sent");
    }

    /// <summary>Never: the ledger has the channel's words, and the coordinator hears of it by the same channel.</summary>
    [Fact]
    public async Task that_does_not_know_somebody_tells_the_coordinator()
    {
        ChatRoom room = new() { Stranger = "law" };
        await using Town town = await Town.With(room, Papers.ItemOf());
        await town.Until("2020-05-11 10:30");

        room.Lines.Should().Equal("desk: A letter could not be delivered: Revise the protocol – due on 17 June 2020");
        (await town.Ledger()).Select(row => $"{row["state"]} {row["why"]}").Should()
            .Contain("failed The chat room refused the letter: nobody of that name is there");
    }
}
