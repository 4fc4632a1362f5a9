using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Tests.Rig;
using FollowUp.Values;

namespace FollowUp.Tests.Http;

/// <summary>
/// Tests <see cref="PlanResponse"/>, <see cref="CalendarResource"/>, <see cref="PersonResource"/>, <see cref="PersonResponse"/>,
/// <see cref="PlanResource"/>, <see cref="ListCalendars"/>, <see cref="CalendarSummary"/>, <see cref="ListPlans"/> and
/// <see cref="PlanSummary"/>.
/// </summary>
public sealed class Reference_data_that_is_read_and_written_back
{
    [Theory]
    [InlineData("/api/people/law")]
    [InlineData("/api/plans/default")]
    [InlineData("/api/calendars/CN")]
    public async Task is_taken_as_it_was_given_and_has_not_changed(string path)
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        Answer read = await town.Get(path);

        Answer written = await town.Put(path, read.Body!);

        written.Status.Should().Be(200, written.Text);
        written.Text.Should().Be(read.Text);
    }

    [Theory]
    [InlineData("\"Law desk\"")]
    [InlineData("""{"zh":"法规处","ru":"Правовой отдел"}""")]
    public async Task of_people_has_names_as_they_were_put(string name)
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonObject law = Papers.PersonOf("law");
        law["name"] = JsonNode.Parse(name);

        Answer put = await town.Put("/api/people/law", law);

        put.Status.Should().Be(200, put.Text);
        put.Body!["name"]!.ToJsonString(Json.Options).Should().Be(name);
        (await town.Get("/api/people/law")).Text.Should().Be(put.Text);
        (await town.Get("/api/people")).Text.Should().Contain(put.Text);
        (await town.Put("/api/people/law", put.Body!)).Text.Should().Be(put.Text, "what was read can be written back");
    }

    /// <summary>Whoever may name one must be able to find out which there are.</summary>
    [Fact]
    public async Task is_listed_by_what_may_be_named_and_nothing_earlier()
    {
        await using Town town = await Town.Empty("2020-05-11 10:00");
        Ids(await town.Get("/api/calendars"), "calendars").Should().Equal("CN", "RU");
        Ids(await town.Get("/api/plans"), "plans").Should().Equal("default");

        JsonObject plan = (JsonObject)(await town.Get("/api/plans/default")).Body!.DeepClone();
        plan.Remove("revision");
        plan["id"] = "slow";
        (await town.Put("/api/plans/slow", plan)).Status.Should().Be(200);
        plan["hour"] = "11:00";
        (await town.Put("/api/plans/slow", plan)).Status.Should().Be(200);

        Answer plans = await town.Get("/api/plans");
        Ids(plans, "plans").Should().Equal("default", "slow");
        plans.Body!["plans"]![1]!["revision"]!.GetValue<int>().Should().Be(2);
    }

    private static IEnumerable<string> Ids(Answer list, string name) =>
        list.Body![name]!.AsArray().Select(one => one!["id"]!.GetValue<string>());
}
