using FollowUp.Access;
using FollowUp.Tests.Access.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Access;

/// <summary>
/// Somebody else signs in in another tab of the same browser: what is sent from a page that is still the first one's is not done in the
/// other's name. Tests <see cref="ExpectedReader"/>.
/// </summary>
public sealed class Whose_page_it_is : IAsyncLifetime
{
    private const string Item = "/api/agreements/minutes/items/protocol";

    private readonly GuardedOffice office = new();

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task is_asked_for_before_anything_is_done()
    {
        Answer others = await office.Send(GuardedOffice.Person("law"), "PUT", $"{Item}/receipt", "{}", Page("lead%40nia.example"));
        Answer read = await office.Send(GuardedOffice.Person("law"), "GET", "/api/items", null, Page("%zz"));

        (others.Status, others.Problem).Should().Be((403, "another-reader"), others.Text);
        (read.Status, read.Problem).Should().Be((403, "another-reader"), read.Text);
        (await office.Get(GuardedOffice.Robot, $"{Item}/journal")).Text.Should().NotContain("\"signed\"");
        Answer own = await office.Send(GuardedOffice.Person("law"), "PUT", $"{Item}/receipt", "{}", Page("law%40nia.example"));
        own.Status.Should().Be(200, own.Text);
    }

    /// <summary>Programs have no page, and who is nobody is asked to sign in.</summary>
    [Fact]
    public async Task is_nothing_to_a_key_and_to_nobody()
    {
        (await office.Send(GuardedOffice.Robot, "GET", "/api/items", null, Page("law%40nia.example"))).Status.Should().Be(200);
        (await office.Send(null, "GET", "/api/items", null, Page("law%40nia.example"))).Status.Should().Be(401);
    }

    private static (string Name, string Value) Page(string whose) => (ExpectedReader.Header, whose);
}
