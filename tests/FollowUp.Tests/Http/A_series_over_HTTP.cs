using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// What comes round goes on without one of its occurrences, and ends by a verb of its own. Tests <see cref="EndSeries"/> and
/// <see cref="RecurrenceResponse"/>.
/// </summary>
public sealed class A_series_over_HTTP
{
    [Fact]
    public async Task goes_on_without_what_is_withdrawn_and_ends_when_its_coordinator_says_so()
    {
        JsonObject weekly = Papers.ItemOf();
        weekly["recurrence"] = "FREQ=WEEKLY;COUNT=4";
        await using Town town = await Town.With(weekly);
        JsonObject reason = new() { ["by"] = "desk", ["reason"] = "One meeting is enough." };

        (await town.Put($"{Town.PathOf("protocol")}/withdrawal", reason.DeepClone())).Status.Should().Be(200);
        await town.Until("2020-06-18 00:10");
        Answer early = await town.Put($"{Town.PathOf("protocol")}/series-end", reason.DeepClone());
        Answer others = await town.Put($"{Town.PathOf("protocol-2")}/series-end", new JsonObject { ["by"] = "law", ["reason"] = "x" });
        Answer ended = await town.Put($"{Town.PathOf("protocol-2")}/series-end", reason);
        await town.Until("2020-06-26 00:10");

        (early.Status, (string)early.Body!["detail"]!).Should().Be(
            (409, "Item protocol cannot be ended as a series: its series went on; it is ended with protocol-2."));
        (others.Status, ended.Status).Should().Be((403, 200), ended.Text);
        ((string)ended.Body!["recurrence"]!["ended"]!["by"]!, (string)ended.Body["state"]!).Should().Be(("desk", "assigned"));
        ended.Body["recurrence"]!["nextDueOn"].Should().BeNull();
        (await town.Get(Town.PathOf("protocol-3"))).Status.Should().Be(404);
        (await town.Events()).Should().Contain("series-ended");
    }
}
