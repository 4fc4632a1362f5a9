using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>
/// Law 13, by calls and letters. Due on Wednesday, 17 June 2020; they are waited for from the 15th of June to the 20th of July. Tests
/// <see cref="SuspendItem"/> and <see cref="ResumeItem"/>.
/// </summary>
public sealed class Waiting_over_HTTP
{
    // 24 working days: 15 to 24 June are 8, Sunday the 28th (for the festival), 29 and 30 are 3, and July's 1 to 17 are 13.
    [Fact]
    public async Task keeps_the_owner_in_peace_and_gives_the_days_back_and_says_so_everywhere()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-06-15 10:00");
        (await town.Suspend(by: "law")).Status.Should().Be(403, "the coordinator stops the clock");
        (await town.Suspend()).Status.Should().Be(200);
        await town.Until("2020-07-20 10:00");
        JsonNode waiting = await town.Item();
        IReadOnlyList<string> meanwhile = town.Mailbox.Since("2020-06-15 00:00");
        (await town.Resume()).Status.Should().Be(200);
        await town.Until("2020-07-20 10:05");

        ((string)waiting["state"]!, (string?)waiting["slip"], (int)waiting["daysLate"]!).Should().Be(("waiting", null, 0));
        meanwhile.Should().Equal("07-15 09:01 desk: waiting/ask");
        JsonNode item = await town.Item();
        ((string)item["state"]!, (string)item["dueOn"]!, (string)item["originalDueOn"]!)
            .Should().Be(("signed", "2020-07-22", "2020-06-17"));
        ((int)item["waiting"]![0]!["ended"]!["workingDays"]!, (string)item["waiting"]![0]!["reason"]!)
            .Should().Be((24, "Their text is not here."));
        (await town.Journal()).Where(entry => (string)entry["event"]! is "waiting" or "resumed")
            .Select(entry => $"{entry["event"]} by {entry["by"]}: {entry["text"]}").Should().Equal(
            "waiting by desk: Their text is not here.",
            "resumed by desk: waited 24 working days; due 2020-07-22, originally 2020-06-17 (35 days later)");
        town.Mailbox.Arrived[^1].Written.Text.Should().Contain("The clock runs again: due on 22 July 2020")
            .And.Contain("It waited 24 working days for the other side, and its due date moved by as many.")
            .And.Contain("Due on 22 July 2020 (agreed: 17 June 2020).");
    }
}
