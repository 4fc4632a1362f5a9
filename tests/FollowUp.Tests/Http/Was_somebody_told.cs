using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Proof;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Law 3, in one call. Due on Wednesday, 17 June 2020. Tests <see cref="GetTold"/>, <see cref="ToldInquiry"/>, <see cref="ToldQuestion"/>,
/// <see cref="ToldResponse"/>, <see cref="ToldNoticeResponse"/>, <see cref="SealResponse"/> and <see cref="SealOfRow"/>.
/// </summary>
public sealed class Was_somebody_told
{
    [Fact]
    public async Task says_when_to_which_address_in_which_letter_and_what_seals_it()
    {
        await using Town town = await Late();
        JsonNode answer = await Told(town, "law-2", "2020-06-18");

        ((string)answer["person"]!, (string)answer["on"]!, (string)answer["timeZone"]!, (bool)answer["told"]!)
            .Should().Be(("law-2", "2020-06-18", "Asia/Shanghai", true));
        JsonNode told = answer["notices"]!.AsArray().Should().ContainSingle().Subject!;
        Arrival letter = town.Mailbox.Arrived.Single(arrival => arrival.To == "law-2");
        ((string)told["answer"]!, (string)told["agreement"]!, (string)told["title"]!["en"]!)
            .Should().Be(("told", "minutes", "Revise the protocol"));
        JsonNode notice = told["notice"]!;
        ((string)notice["at"]!, (string)notice["address"]!, (string)notice["messageId"]!, (string)notice["reply"]!).Should().Be(
            ("2020-06-18T01:01:01Z", "law-2@nia.example", letter.MessageId, "250 2.0.0 Ok: queued as 4XyZ"));
        ((string)notice["textDigest"]!).Should().Be(letter.Written.TextDigest());
        JsonNode entry = (await town.Journal()).Single(one => (int)one["seq"]! == (int)told["sealedBy"]!["seq"]!);
        ((string)entry["text"]!, (string)entry["hash"]!).Should().Be(
            ("sent overdue/again/0 to law (law absent → law-2)", (string)told["sealedBy"]!["hash"]!));
        ((bool)told["sealedBy"]!["isWhole"]!).Should().BeTrue();
    }

    [Fact]
    public async Task says_who_was_told_in_their_place()
    {
        await using Town town = await Late();
        JsonNode answer = await Told(town, "law", "2020-06-18");

        ((bool)answer["told"]!).Should().BeFalse();
        JsonNode told = answer["notices"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)told["answer"]!, (string)told["notice"]!["sentTo"]!, (string)told["notice"]!["trace"]!).Should().Be(
            ("forwarded", "law-2", "law absent → law-2"));
    }

    [Fact]
    public async Task says_for_which_letter_it_waits_and_afterwards_when_it_came()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        _ = await town.Put("/api/people/law/rhythm", new JsonObject { ["every"] = "weekly", ["on"] = "friday" });
        await town.Sign();
        await town.Until("2020-06-10 12:00");

        // A week before the due date is Wednesday, 10 June.
        JsonNode waits = (await Told(town, "law", "2020-06-10"))["notices"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)waits["answer"]!, (string)waits["notice"]!["held"]!, waits["sealedBy"])
            .Should().Be(("held", "held for the weekly letter of Fri 12 Jun", null));

        await town.Until("2020-06-12 12:00");
        JsonNode came = (await Told(town, "law", "2020-06-10"))["notices"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)came["answer"]!, (string)came["notice"]!["held"]!, ((string)came["notice"]!["at"]!)[..10])
            .Should().Be(("otherDay", "held for the weekly letter of Fri 12 Jun", "2020-06-12"));
        ((bool)(await Told(town, "law", "2020-06-12"))["told"]!).Should().BeTrue();
    }

    [Fact]
    public async Task says_nothing_of_a_day_on_which_there_was_nothing_to_say_nor_of_another_item()
    {
        await using Town town = await Late();
        (await Told(town, "law", "2020-05-30"))["notices"]!.AsArray().Should().BeEmpty();
        (await Told(town, "law-2", "2020-06-18", "&agreement=minutes&item=protocol"))["notices"]!.AsArray().Should().ContainSingle();
        (await Told(town, "law-2", "2020-06-18", "&item=annex"))["notices"]!.AsArray().Should().BeEmpty();
        (await Told(town, "law-2", "2020-06-18", "&agreement=nothing"))["notices"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task needs_a_day_and_somebody_of_the_register()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        ((string)(await town.Get("/api/people/law/told")).Body!["detail"]!).Should().Be("/on is required");
        ((string)(await town.Get("/api/people/law/told?on=2020-02-30")).Body!["detail"]!).Should().Contain("is no day");
        (await town.Get("/api/people/nobody/told?on=2020-06-18")).Status.Should().Be(404);
    }

    private static async Task<JsonNode> Told(Town town, string person, string on, string more = "")
    {
        Answer answer = await town.Get($"/api/people/{person}/told?on={on}{more}");
        answer.Status.Should().Be(200, answer.Text);
        return answer.Body!;
    }

    private static async Task<Town> Late()
    {
        Town town = await Town.With(Papers.ItemOf());
        town.Mailbox.Reply = "250 2.0.0 Ok: queued as 4XyZ";
        await town.Sign();
        JsonObject law = Papers.PersonOf("law");
        law["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-06-18", ["to"] = "2020-06-18", ["substitute"] = "law-2" });
        _ = await town.Put("/api/people/law", law);
        await town.Until("2020-06-18 12:00");
        return town;
    }
}
