using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Operations.Successions;
using FollowUp.Orchestrations;
using FollowUp.People;
using FollowUp.Storage;
using FollowUp.Tests.Rig;
using static FollowUp.Tests.Stories.Rig.LeavingOffice;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>
/// Tests <see cref="PersonSuccession"/>, <see cref="SuccessionDesk"/>, <see cref="SuccessionPlanner"/>, <see cref="SuccessionSteps"/> and
/// <see cref="CarryOutSuccession"/>. Also tests <see cref="SuccessionStore"/>, <see cref="Succession"/>, <see cref="Succeeding"/>,
/// <see cref="SuccessionPreviewResponse"/>, <see cref="SuccessionResponse"/>, <see cref="SuccessionsResponse"/>,
/// <see cref="SuccessionRefusedException"/>, <see cref="BeginSuccession"/>, <see cref="SucceedInAgreement"/> and
/// <see cref="EndSuccession"/>.
/// </summary>
public sealed class Somebody_who_leaves
{
    [Fact]
    public async Task is_replaced_on_that_day_wherever_they_have_a_part()
    {
        await using Town town = await Office();
        JsonNode preview = (await town.Post(Law, Leaves("2020-06-01"))).Body!;
        ((int)preview["changed"]!, (int)preview["left"]!).Should().Be((3, 0));
        preview["people"]!.AsArray().Select(id => (string)id!).Should().BeEquivalentTo("law", "third");
        (await town.Post($"{Law}?preview={preview["preview"]}", Leaves("2020-06-01"))).Status.Should().Be(202);
        await town.Until("2020-05-31 23:00");
        (await Owners(town)).Should().Equal("law", "law", "law-2");

        await town.Until("2020-06-01 00:30");

        (await Owners(town)).Should().Equal("law-2", "law-2", "law-2");
        JsonNode treaty = (await town.Get("/api/agreements/treaty")).Body!;
        ((string)treaty["coordinator"]!, (string)treaty["chain"]![0]!).Should().Be(("law-2", "law-2"));
        ((string)(await town.Get("/api/people/third")).Body!["absences"]![0]!["substitute"]!).Should().Be("law-2");
        ((string)(await town.Get(Law)).Body!["successions"]![0]!["state"]!).Should().Be("done");
        await town.Until("2020-07-10 12:00");
        town.Mailbox.To("law").Where(line => string.CompareOrdinal(line, "06-01 01") > 0 && !line.Contains("handover"))
            .Should().BeEmpty("a former holder hears nothing (law 15)");
        town.Mailbox.To("law-2").Should().NotContain(line => line.Contains("handover"), "they know: they are asked to sign for it");
    }

    [Fact]
    public async Task can_be_called_off_until_it_has_begun_and_asked_for_again()
    {
        await using Town town = await Office();
        string call = $"{Law}?preview={(await town.Post(Law, Leaves("2020-06-01"))).Body!["preview"]}";
        (await town.Post(call, Leaves("2020-06-01"))).Status.Should().Be(202);
        (await Ask(town, "2020-06-02")).Status.Should().Be(409);
        (await town.Call("DELETE", Law, null)).Status.Should().Be(422, "somebody decides that (law 19)");
        JsonNode off = (await town.Call("DELETE", $"{Law}?by=desk", null)).Body!;
        ((string)off["state"]!, (string)off["calledOffBy"]!).Should().Be(("called-off", "desk"));
        (await town.Post(call, Leaves("2020-06-01"))).Status.Should().Be(412, "what comes late does not bring it back");
        await town.Until("2020-06-02 12:00");
        (await Owners(town)).Should().Equal("law", "law", "law-2");

        // A day that is past means at once.
        ((int)(await Ask(town, "2020-06-01")).Body!["number"]!).Should().Be(2);
        await town.Until("2020-06-02 12:01");
        (await Owners(town)).Should().Equal("law-2", "law-2", "law-2");
        (await town.Call("DELETE", $"{Law}?by=desk", null)).Status.Should().Be(409);
        (await town.Post(Law, new JsonObject { ["by"] = "desk", ["successor"] = "law", ["on"] = "2020-06-01", ["reason"] = "x" }))
            .Status.Should().Be(422);
    }

    /// <summary>An item whose report waits keeps its owner; whatever is said to them goes to their successor.</summary>
    [Fact]
    public async Task leaves_what_waits_for_an_answer_to_whoever_stands_in()
    {
        await using Town town = await Office();
        (await town.Put($"{Town.PathOf("a")}/completion", Papers.Done("law"))).Status.Should().Be(200);
        (await Ask(town, "2020-05-12")).Status.Should().Be(202);
        await town.Until("2020-05-12 10:00");

        JsonNode left = (await town.Get(Law)).Body!["successions"]![0]!["left"]!.AsArray().Single()!;
        ((string)left["item"]!, (string)left["said"]!["code"]!).Should().Be(("a", "not-taken"));
        (await town.Post($"{Town.PathOf("a")}/return", new JsonObject { ["by"] = "lead", ["reason"] = "no annex" }))
            .Status.Should().Be(200);
        await town.Until("2020-05-12 10:10");
        town.Mailbox.To("law-2").Should().Contain(line => line.Contains("returned"));
    }

    /// <summary>What was closed stays theirs; what comes round after it is not.</summary>
    [Fact]
    public async Task is_replaced_in_what_comes_round_later()
    {
        JsonObject meeting = Papers.ItemOf("meet", "2020-05-20");
        (meeting["recurrence"], meeting["supporting"]) = ("FREQ=MONTHLY", new JsonArray("law", "law-2"));
        await using Town town = await Town.With(meeting);
        (await town.Put($"{Town.PathOf("meet")}/completion", Papers.Done("law"))).Status.Should().Be(200);
        (await town.Put($"{Town.PathOf("meet")}/confirmation", Papers.By("lead"))).Status.Should().Be(200);
        (await Ask(town, "2020-05-15")).Status.Should().Be(202);

        await town.Until("2020-05-22 12:00");

        JsonNode next = await town.Item("meet-2");
        ((string)(await town.Item("meet"))["owner"]!, (string)next["owner"]!).Should().Be(("law", "law-2"));
        next["supporting"]!.AsArray().Select(id => (string)id!).Should().Equal("law-2");
        town.Mailbox.To("law").Should().NotContain(line => line.StartsWith("05-2", StringComparison.Ordinal), "law 15");
        town.Mailbox.To("law-2").Should().Contain(line => line.Contains("receipt/at-once", StringComparison.Ordinal));
    }

    /// <summary>Laws 1 and 2: agreement by agreement, each whole and once, whenever the host dies.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(14)]
    [InlineData(24)]
    [InlineData(34)]
    public async Task is_replaced_once_whenever_the_host_dies_over_it(int requests)
    {
        await using Town town = await Office();
        (await Ask(town, "2020-06-01")).Status.Should().Be(202);
        await town.Until("2020-05-31 23:59");
        await town.Stop();
        int left = requests;
        await town.Start(_ =>
        {
            if (town.Now >= Town.Moment("2020-06-01 00:00") && --left == 0)
            {
                town.Wire.Cut();
            }
        });
        (await town.DiesBefore("2020-06-01 00:30")).Should().BeTrue();
        await town.Start();
        await town.Until("2020-06-01 00:40");

        (await Owners(town)).Should().Equal("law-2", "law-2", "law-2");
        ((string)(await town.Get(Law)).Body!["successions"]![0]!["state"]!).Should().Be("done");
        (await town.Events()).Count(one => one == "handed-over").Should().Be(2);
        (await town.Get("/api/agreements/treaty/journal")).Body!["entries"]!.AsArray()
            .Count(entry => (string)entry!["event"]! == "reassigned")
            .Should().Be(4, "coordinator and chain, of the treaty and of its item");
    }
}
