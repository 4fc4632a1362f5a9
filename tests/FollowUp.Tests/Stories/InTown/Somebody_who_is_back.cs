using System.Text.Json.Nodes;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>
/// Laws 15 and 16: on their first day back, the law desk reads in one letter what went to its substitute. From Tuesday, 12 May 2020.
/// </summary>
public sealed class Somebody_who_is_back
{
    [Fact]
    public async Task reads_in_one_letter_of_each_item_what_went_to_whom_and_when()
    {
        await using Town town = await Away("2020-05-12", "2020-05-15");
        await town.Until("2020-05-18 12:00");

        town.Mailbox.To("law-2").Should().Equal(
            "05-13 09:01 law-2: receipt/again, receipt/again", "05-14 09:01 law-2: receipt/watch, receipt/watch");
        town.Mailbox.To("law").Should().Equal(
            "05-11 10:01 law: receipt/at-once, receipt/at-once",
            "05-18 09:01 law: due/month, absence/back, due/month, absence/back");
        (await Reports(town)).Should().Equal("law sent to law, planned 2020-05-18T01:00:00Z");
    }

    /// <summary>The absence as it stands when the letter would go out.</summary>
    [Theory]
    [InlineData("2020-05-13", "05-14 12:")]
    [InlineData("2020-05-20", "05-21 09:01")]
    public async Task reads_it_on_another_day_where_the_absence_ends_on_another(string until, string at)
    {
        await using Town town = await Away("2020-05-12", "2020-05-15");
        await town.Until("2020-05-14 12:00");
        await Write(town, "2020-05-12", until);
        await town.Until("2020-05-22 12:00");

        town.Mailbox.To("law").Where(line => line.Contains("absence/back")).Should().ContainSingle().Which.Should().StartWith(at);
    }

    [Fact]
    public async Task reads_nothing_where_nothing_went_to_others()
    {
        await using Town town = await Away("2020-05-12", "2020-05-12");
        await town.Until("2020-05-22 12:00");

        town.Letters.Should().NotContain(line => line.Contains("absence"));
    }

    [Fact]
    public async Task is_told_how_it_ended_though_nothing_else_was_left_to_say()
    {
        await using Town town = await Away("2020-05-12", "2020-05-25");
        await town.Until("2020-05-14 12:00");
        foreach (string item in new[] { "protocol", "visit" })
        {
            _ = await town.Put($"{Town.PathOf(item)}/withdrawal", new JsonObject { ["by"] = "desk", ["reason"] = "agreed otherwise" });
        }

        await town.Until("2020-05-26 12:00");

        town.Mailbox.To("law").Last().Should().Be("05-26 09:01 law: absence/back, absence/back");
        (await town.Get($"{Town.PathOf("visit")}/timetable")).Body!["lines"]!.AsArray()
            .Should().NotContain(line => (string)line!["state"]! == "expected");
    }

    /// <summary>Two items of the law desk, unsigned; it is away from a day to a day.</summary>
    private static async Task<Town> Away(string from, string to)
    {
        Town town = await Town.With(Papers.ItemOf("protocol"), Papers.ItemOf("visit"));
        await town.Until("2020-05-11 12:00");
        await Write(town, from, to);
        return town;
    }

    private static async Task Write(Town town, string from, string to)
    {
        JsonObject law = Papers.PersonOf("law");
        law["absences"] = new JsonArray(new JsonObject { ["from"] = from, ["to"] = to, ["substitute"] = "law-2" });
        (await town.Put("/api/people/law", law)).Status.Should().Be(200);
    }

    private static async Task<IEnumerable<string>> Reports(Town town) =>
        (await town.Ledger("protocol")).Where(row => (string)row["ladder"]! == "absence")
            .Select(row => $"{row["to"]} {row["state"]} to {row["sentTo"]}, planned {row["planned"]}");
}
