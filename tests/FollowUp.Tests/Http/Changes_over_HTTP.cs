using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Tests.Access.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>Tests <see cref="ChangesResource"/> and <see cref="ChangesResponse"/>.</summary>
public sealed class Changes_over_HTTP(GuardedOffice office) : IClassFixture<GuardedOffice>
{
    [Theory]
    [InlineData("office", "minutes others")]
    [InlineData("auditor", "minutes others")]
    [InlineData("admin", "minutes others")]
    [InlineData("desk", "minutes")]
    [InlineData("first", "minutes")]
    [InlineData("o-law", "others")]
    public async Task are_those_of_what_one_may_see(string person, string agreements)
    {
        await Begin();
        (await Events(person)).Select(one => (string)one["data"]!["agreement"]!).Distinct().Should().Equal(agreements.Split(' '));
    }

    [Fact]
    public async Task are_an_owners_own_alone_and_nothing_of_the_agreement_as_a_whole()
    {
        await Begin();
        IReadOnlyList<JsonNode> events = await Events("law");
        events.Select(one => (string?)one["subject"]).Should().NotBeEmpty().And.OnlyContain(item => item == "protocol");
    }

    [Fact]
    public async Task go_on_after_what_one_has()
    {
        await Begin();
        JsonNode page = (await office.Get(GuardedOffice.Robot, "/api/changes")).Body!;
        (await office.Send(GuardedOffice.Robot, "PUT", "/api/agreements/minutes/items/visit/receipt", """{"by":"law-2"}"""))
            .Status.Should().Be(200);
        await Begin();
        JsonNode next = (await office.Get(GuardedOffice.Robot, $"/api/changes?since={page["next"]}")).Body!;

        next["events"]!.AsArray().Should().ContainSingle().Which!["type"]!.GetValue<string>().Should().Be("followup.item.signed");
        ((string)next["events"]![0]!["data"]!["state"]!, (string)next["events"]![0]!["data"]!["through"]!)
            .Should().Be(("signed", "key:robot"));
        (await office.Get(GuardedOffice.Robot, $"/api/changes?since={next["next"]}")).Body!["next"]!.GetValue<string>()
            .Should().Be((string)next["next"]!);
    }

    [Theory]
    [InlineData("?since=", "/since")]
    [InlineData("?since=x", "/since")]
    [InlineData("?since=6f7468657220312030", "/since")]
    [InlineData("?limit=201", "/limit")]
    [InlineData("?after=1", "/after")]
    public async Task are_not_read_from_what_nobody_gave_out(string query, string pointer)
    {
        await Begin();
        Answer answer = await office.Get(GuardedOffice.Robot, $"/api/changes{query}");
        (answer.Status, string.Join(' ', answer.Pointers)).Should().Be((422, pointer), answer.Text);
    }

    private async Task Begin() => (await office.Send(GuardedOffice.Robot, "POST", "/api/changes")).Status.Should().Be(200);

    private async Task<IReadOnlyList<JsonNode>> Events(string person)
    {
        Answer answer = await office.Get(GuardedOffice.Person(person), "/api/changes");
        answer.Status.Should().Be(200, answer.Text);
        return [.. answer.Body!["events"]!.AsArray().Select(one => one!)];
    }
}
