using System.Text.Json.Nodes;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>
/// Law 9: by whose days an item is counted is frozen when they come to it, and moves only when it is re-based. Due on Wednesday, 17 June
/// 2020; on the eve of it the owner is reminded. Tests <see cref="TimetableInputsLoader"/> and <see cref="ReferenceResolver"/>.
/// </summary>
public sealed class Somebody_who_comes_to_an_item_later
{
    private static readonly string Path = $"/api/agreements/{Papers.Agreement}/rebase";

    [Fact]
    public async Task as_its_owner_brings_their_days_as_they_are_then()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Keep("FAR", dayOff: "2020-06-01");
        await town.MoveTo("law-2", "Asia/Shanghai", "FAR");
        (await town.HandTo("law-2")).Status.Should().Be(200);
        (await Planned(town, "eve", "law-2")).Should().Be("2020-06-16T01:00:00Z");

        await town.Keep("FAR", dayOff: "2020-06-16");
        (await Planned(town, "eve", "law-2")).Should().Be("2020-06-16T01:00:00Z", "nothing reaches what runs by itself");

        Answer look = await town.Post(Path, Papers.By("desk"));
        ((string)look.Body!["items"]![0]!["rebase"]!).Should().Be("calendar FAR 1 → 2");
        await town.Post(Path, new JsonObject { ["by"] = "desk", ["preview"] = (string)look.Body!["preview"]! });
        (await Planned(town, "eve", "law-2")).Should().Be("2020-06-15T01:00:00Z");
    }

    [Fact]
    public async Task because_they_keep_other_days_now_brings_them_as_they_are_then()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Keep("FAR", dayOff: "2020-06-01");
        await town.MoveTo("law", "Asia/Shanghai", "FAR");

        await town.Keep("FAR", dayOff: "2020-06-16");

        (await Planned(town, "eve", "law")).Should().Be("2020-06-16T01:00:00Z");
        (await town.Post(Path, Papers.By("desk"))).Body!["items"]!.AsArray().Should().ContainSingle("it is behind");
    }

    // Law 13: the liaison asks every thirty days, 10 June being the first.
    [Fact]
    public async Task as_the_contact_of_the_other_side_brings_their_days_and_their_morning()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        await town.Keep("FAR", dayOff: "2020-06-01");
        await town.MoveTo("law-2", "Asia/Vladivostok", "FAR");
        JsonObject other = Papers.PersonOf("fsb");
        (await town.Put("/api/people/fsb", other.DeepClone())).Status.Should().Be(200);
        JsonObject item = Papers.ItemOf();
        item["counterpart"] = "fsb";
        (await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, item))).Status.Should().Be(201);
        (await town.Suspend()).Status.Should().Be(200);
        await town.Until("2020-06-09 12:00");

        other["contact"] = "law-2";
        (await town.Put("/api/people/fsb", other)).Status.Should().Be(200);
        await town.Keep("FAR", dayOff: "2020-06-10");
        await town.Until("2020-06-11 12:00");

        town.Mailbox.Since("2020-06-09 12:00").Should().Equal("06-10 07:01 law-2: waiting/ask");
    }

    // Law 8: what was not announced when they came is warned of, and no longer once it is.
    [Fact]
    public async Task with_days_that_end_is_warned_of_until_more_is_announced_and_the_item_re_based()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Keep("FAR", dayOff: "2020-06-01", knownThrough: "2020-06-10");
        await town.MoveTo("law-2", "Asia/Shanghai", "FAR");
        await town.HandTo("law-2");
        Warnings(await town.Item()).Should().Equal("Calendar FAR is known through 2020-06-10 only: later days count by the weekend alone.");

        await town.Keep("FAR", dayOff: "2020-06-01", knownThrough: "2020-12-31");
        Answer look = await town.Post(Path, Papers.By("desk"));
        (await town.Post(Path, new JsonObject { ["by"] = "desk", ["preview"] = (string)look.Body!["preview"]! })).Status.Should().Be(200);

        Warnings(await town.Item()).Should().BeEmpty();
        JsonNode eve = (await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Body!["lines"]!.AsArray()
            .Single(line => (string)line!["rung"]! == "eve")!;
        ((string?)eve["explanation"]).Should().BeNull();
    }

    private static async Task<string> Planned(Town town, string rung, string to) =>
        (string)(await town.Get($"{Town.PathOf(Papers.Item)}/timetable")).Body!["lines"]!.AsArray()
            .Single(line => (string)line!["rung"]! == rung && (string)line["to"]! == to)!["planned"]!;

    private static IEnumerable<string> Warnings(JsonNode item) => item["warnings"]!.AsArray().Select(warning => (string)warning!);
}
