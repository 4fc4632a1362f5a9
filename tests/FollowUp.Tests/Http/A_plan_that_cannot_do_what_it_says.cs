using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Law 18, over HTTP: a plan that would fail in silence is refused when it is saved, and nothing of what came with it is stored. Tests
/// <see cref="PlanResource"/>.
/// </summary>
public sealed class A_plan_that_cannot_do_what_it_says
{
    // The first notice to the owner goes out on the due date, and level 1 hears a working day later: never within this ladder.
    [Fact]
    public async Task is_refused_where_its_grace_is_longer_than_its_look_back()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        IReadOnlyList<string> stored = await town.Tables.Everything();

        Answer answer = await town.Put("/api/plans/strict", Plan("due", Rung("day", "0", "owner"), Rung("chief", "0", "level-1")));

        (answer.Status, answer.Problem).Should().Be((422, "invalid-input"), answer.Text);
        answer.Pointers.Should().Equal("/ladders/0/rungs/1/offset");
        answer.Text.Should().Contain("let the first notice come earlier, or say this in the overdue ladder");
        (await town.Get("/api/plans/strict")).Problem.Should().Be("not-found");
        (await town.Tables.Everything()).Should().Equal(stored);
    }

    [Fact]
    public async Task is_refused_in_a_register_with_all_that_came_with_it()
    {
        await using Town town = await Town.Empty("2020-05-11 10:00");
        IReadOnlyList<string> stored = await town.Tables.Everything();
        JsonObject register = new()
        {
            ["people"] = Papers.People,
            ["plans"] = new JsonArray(
                Plan("overdue", Rung("again", "+1wd", "owner"), Rung("level-1", "+2wd", "level-1")),
                Plan("overdue", Rung("third", "+3wd", "owner"), Rung("level-1", "+2wd", "level-1"), Rung("also-third", "+3wd", "owner"))),
        };
        register["plans"]![1]!["id"] = "noisy";

        Answer answer = await town.Post("/api/registers", register);

        answer.Status.Should().Be(422, answer.Text);
        answer.Pointers.Should().Equal("/plans/1/ladders/0/rungs/1/offset", "/plans/1/ladders/0/rungs/0");
        answer.Text.Should().Contain("let it follow on that notice").And.Contain("move it, or leave it out");
        (await town.Tables.Everything()).Should().Equal(stored);
    }

    private static JsonObject Plan(string ladder, params JsonNode[] rungs) => new()
    {
        ["id"] = "strict",
        ["ladders"] = new JsonArray(new JsonObject { ["ladder"] = ladder, ["rungs"] = new JsonArray(rungs) }),
    };

    private static JsonObject Rung(string id, string offset, string to) =>
        new() { ["id"] = id, ["offset"] = offset, ["to"] = new JsonArray(to) };
}
