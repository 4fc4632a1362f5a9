using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Tests.Access.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Access;

/// <summary>Lists leave out what one may not see. Tests <see cref="Visibility"/>, <see cref="WhoAmI"/>
/// and <see cref="MeResponse"/>.</summary>
public sealed class What_one_sees(GuardedOffice office) : IClassFixture<GuardedOffice>
{
    [Theory]
    [InlineData("law", "minutes/protocol")]
    [InlineData("law-2", "minutes/visit")]
    [InlineData("lead", "minutes/protocol minutes/visit")]
    [InlineData("desk", "minutes/protocol minutes/visit")]
    [InlineData("second", "minutes/protocol minutes/visit")]
    [InlineData("o-law", "others/protocol")]
    [InlineData("office", "minutes/protocol minutes/visit others/protocol")]
    [InlineData("auditor", "minutes/protocol minutes/visit others/protocol")]
    [InlineData("admin", "minutes/protocol minutes/visit others/protocol")]
    public async Task is_what_they_have_a_part_in(string person, string items)
    {
        foreach (string query in new[] { "", "?slip=blue", "?dueBefore=2030-01-01&state=open" })
        {
            (await Items(person, query)).Should().BeSubsetOf(items.Split(' '), query);
        }

        (await Items(person, "")).Should().Equal(items.Split(' '));
        (await Items(person, "?owner=o-law")).Should().Equal(items.Split(' ').Where(item => item == "others/protocol"));
        (await Items(person, "?agreement=minutes")).Should().Equal(items.Split(' ').Where(item => item.StartsWith('m')));
        (await Items(person, "?sort=due")).Should().BeEquivalentTo(items.Split(' '));
        (await Overview(person)).Should().Be((items.Split(' ').Length,
            string.Join(' ', items.Split(' ').Select(item => item.Split('/')[0]).Distinct())));
        (await Agreements(person)).Should().Equal(items.Split(' ').GroupBy(item => item.Split('/')[0])
            .Select(agreement => string.Join(' ', agreement.Select(item => item.Split('/')[1]).Prepend(agreement.Key))));
    }

    [Fact]
    public async Task of_one_agreement_is_theirs_alone() =>
        (await office.Get(GuardedOffice.Person("law"), "/api/agreements/minutes")).Body!["items"]!.AsArray()
            .Select(item => (string)item!).Should().Equal("protocol");

    [Fact]
    public async Task goes_on_over_pages()
    {
        Answer first = await office.Get(GuardedOffice.Person("office"), "/api/items?limit=1");
        Answer second = await office.Get(GuardedOffice.Person("lead"), $"/api/items?limit=1&cursor={first.Body!["next"]}");
        Named(second).Should().Equal("minutes/visit");
        Answer third = await office.Get(GuardedOffice.Person("law"), $"/api/items?limit=1&cursor={first.Body!["next"]}");
        Named(third).Should().BeEmpty("what a cursor names is looked at like everything else");
    }

    [Fact]
    public async Task says_who_they_are()
    {
        JsonNode me = (await office.Get(GuardedOffice.Person("law"), "/api/me")).Body!;
        ((string)me["access"]!, (bool)me["signedIn"]!, (string)me["address"]!, (string)me["people"]![0]!)
            .Should().Be(("closed", true, "law@nia.example", "law"));
        JsonNode robot = (await office.Get(GuardedOffice.Robot, "/api/me")).Body!;
        ((string)robot["key"]!, (string)robot["roles"]![0]!).Should().Be(("robot", "coordinator"));
        JsonNode nobody = (await office.Get(null, "/api/me")).Body!;
        ((bool)nobody["signedIn"]!, nobody["address"], ((string)nobody["signIn"]!)[..12]).Should().Be((false, null, "/.auth/login"));
    }

    private async Task<IReadOnlyList<string>> Items(string person, string query) =>
        Named(await office.Get(GuardedOffice.Person(person), $"/api/items{query}"));

    /// <summary>How many items are counted, and of which agreements.</summary>
    private async Task<(int Items, string Agreements)> Overview(string person)
    {
        JsonNode overview = (await office.Get(GuardedOffice.Person(person), "/api/overview")).Body!;
        return ((int)overview["items"]!, string.Join(' ', overview["agreements"]!.AsArray().Select(one => (string)one!["id"]!)));
    }

    private async Task<IReadOnlyList<string>> Agreements(string person) =>
        [.. (await office.Get(GuardedOffice.Person(person), "/api/agreements")).Body!["agreements"]!.AsArray().Select(one =>
            string.Join(' ', one!["items"]!.AsArray().Select(item => (string)item!).Prepend((string)one["id"]!)))];

    private static IReadOnlyList<string> Named(Answer answer) =>
        [.. answer.Body!["items"]!.AsArray().Select(item => $"{item!["agreement"]}/{item["id"]}")];
}
