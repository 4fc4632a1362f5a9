using System.Text.Json.Nodes;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Tests.Rig;
using NodaTime.Text;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>Laws 3, 15 and 19. A legal need, and elsewhere no proof of the notice. Due on Wednesday, 17 June 2020.</summary>
public sealed class A_dispute_over_who_was_told
{
    [Fact]
    public async Task is_settled_by_the_ledger_which_says_who_was_told_what_when_and_why_they()
    {
        await using Town town = await Late();

        (await town.Ledger()).Where(row => (string)row["ladder"]! == "overdue").Select(row =>
            $"{row["rung"]} for {row["to"]}, planned {row["planned"]}, {row["state"]} to {row["sentTo"]} at "
                + $"{row["at"]}{(row["trace"] is { } trace ? $" ({trace})" : "")}").Should().Equal(
                "again for law, planned 2020-06-18T01:00:00Z, sent to law-2 at 2020-06-18T01:01:01Z (law absent → law-2)",
                "level-1 for first, planned 2020-06-19T01:00:00Z, sent to first at 2020-06-19T01:01:01Z",
                "level-1 for lead, planned 2020-06-19T01:00:00Z, sent to lead at 2020-06-19T01:01:01Z");
        town.Mailbox.Arrived.Single(letter => letter.To == "law-2").Written.Text
            .Should().Contain("You receive it in place of The law office, its owner: The law office is absent.");
    }

    [Fact]
    public async Task is_settled_by_an_export_of_the_journal_that_nobody_can_have_improved()
    {
        await using Town town = await Late();
        List<Entry> export = [.. (await town.Journal()).Select(Read)];

        export.Select(entry => entry.Text).Should().Contain("sent overdue/again/0 to law (law absent → law-2)")
            .And.Contain("sent overdue/level-1/0 to first");
        Chain.FindBreak(export).Should().BeNull();
        int told = export.FindIndex(entry => entry.Text == "sent overdue/again/0 to law (law absent → law-2)");
        Chain.FindBreak(export.Select((entry, n) => n == told ? entry with { Text = "sent overdue/again/0 to law" } : entry))
            .Should().Be(told + 1);
        Chain.FindBreak(export.Where((_, n) => n != told)).Should().Be(told + 2);
    }

    private static async Task<Town> Late()
    {
        Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-06-18 08:00");
        JsonObject law = Papers.PersonOf("law");
        law["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-06-18", ["to"] = "2020-06-18", ["substitute"] = "law-2" });
        _ = await town.Put("/api/people/law", law);
        await town.Until("2020-06-19 12:00");
        return town;
    }

    private static Entry Read(JsonNode entry) => new(
        (int)entry["seq"]!, InstantPattern.ExtendedIso.Parse((string)entry["at"]!).GetValueOrThrow(), (string)entry["event"]!,
        (string)entry["agreement"]!,
        (string?)entry["item"], (string?)entry["by"], (string?)entry["text"], (string)entry["previous"]!, (string)entry["hash"]!)
    {
        Through = (string?)entry["through"],
        Digest = (string?)entry["digest"],
    };
}
