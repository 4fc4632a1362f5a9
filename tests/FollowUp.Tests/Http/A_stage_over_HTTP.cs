using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>Tests <see cref="FinishStage"/>.</summary>
public sealed class A_stage_over_HTTP
{
    [Fact]
    public async Task is_finished_once_by_the_owner_and_only_where_there_is_one()
    {
        JsonObject item = Papers.ItemOf();
        item["stages"] = new JsonArray(new JsonObject { ["id"] = "draft", ["dueOn"] = (string)item["dueOn"]! });
        await using Town town = await Town.With(item);
        string stage = $"{Town.PathOf("protocol")}/stages";

        (await town.Put($"{stage}/draft", Papers.By("lead"))).Status.Should().Be(403);
        (await town.Put($"{stage}/treaty", Papers.By("law"))).Status.Should().Be(404);
        Answer done = await town.Put($"{stage}/draft", Papers.By("law"));
        (await town.Put($"{stage}/draft", Papers.By("law"))).Status.Should().Be(200);

        done.Status.Should().Be(200);
        ((string)done.Body!["stages"]![0]!["done"]!["by"]!).Should().Be("law");
        (await town.Events()).Should().Equal("registered", "assigned", "stage-done");
    }
}
