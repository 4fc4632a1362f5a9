using System.Text.Json.Nodes;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>Laws 12 and 15: whoever stands in for the issuer decides, and nobody else does.</summary>
public sealed class An_issuer_who_is_away
{
    [Fact]
    public async Task is_stood_in_for_in_what_is_read_and_in_what_is_decided()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-05-15 10:00");
        JsonObject lead = Papers.PersonOf("lead");
        lead["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-05-15", ["to"] = "2020-05-31", ["substitute"] = "law-2" });
        (await town.Put("/api/people/lead", lead)).Status.Should().Be(200);

        await town.Ask("2020-06-30");
        await town.Until("2020-05-15 10:05");
        (await town.Grant(1, by: "first")).Status.Should().Be(403);
        (await town.Grant(1, by: "law-2")).Status.Should().Be(200);
        await town.Until("2020-05-18 10:00");
        await town.Report();
        await town.Until("2020-05-18 10:05");
        foreach (string other in new[] { "law", "desk", "first" })
        {
            (await town.Confirm(other)).Status.Should().Be(403, $"{other} does not stand in");
        }

        (await town.Confirm("law-2")).Status.Should().Be(200);
        await town.Until("2020-05-18 10:10");

        town.Mailbox.To("lead").Should().BeEmpty();
        town.Mailbox.To("law-2").Should().Equal(
            "05-15 10:01 law-2: extension/at-once", "05-18 10:01 law-2: confirmation/at-once", "05-18 10:06 law-2: closing/done");
        town.Mailbox.Arrived.First(letter => letter.To == "law-2").Written.Text
            .Should().Contain("You receive it in place of The lead office, its issuer: The lead office is absent.");
        (await town.Journal()).Where(entry => (string?)entry["by"] == "law-2").Select(entry => (string)entry["event"]!)
            .Should().Equal("extension-granted", "confirmed");
    }

    [Fact]
    public async Task without_a_substitute_leaves_it_to_the_first_level_that_is_there()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonObject lead = Papers.PersonOf("lead");
        lead["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-05-11", ["to"] = "2020-05-31" });
        _ = await town.Put("/api/people/lead", lead);
        await town.Report();
        await town.Until("2020-05-11 12:00");

        town.Mailbox.To("first").Should().ContainSingle(letter => letter.Contains("confirmation/at-once"));
        (await town.Confirm("second")).Status.Should().Be(403, "the first level is asked");
        (await town.Confirm("first")).Status.Should().Be(200);
    }

    [Fact]
    public async Task and_is_back_decides_alone()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonObject lead = Papers.PersonOf("lead");
        lead["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-05-11", ["to"] = "2020-05-12", ["substitute"] = "law-2" });
        _ = await town.Put("/api/people/lead", lead);
        await town.Report();
        await town.Until("2020-05-13 00:00");

        (await town.Confirm("law-2")).Status.Should().Be(403);
        (await town.Confirm()).Status.Should().Be(200);
    }
}
