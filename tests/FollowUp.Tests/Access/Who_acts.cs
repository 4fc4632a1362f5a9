using FollowUp.Access;
using FollowUp.Operations;
using FollowUp.Tests.Access.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Access;

/// <summary>
/// Whose act a call is, and what the journal says of it (laws 15 and 19): the person's who is signed in; another's where a coordinator or a
/// program says so, and then through whom. Tests <see cref="ActingPerson"/> and <see cref="Deed"/>.
/// </summary>
public sealed class Who_acts : IAsyncLifetime
{
    private const string Item = "/api/agreements/minutes/items/protocol";

    private readonly GuardedOffice office = new();

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task is_whoever_is_signed_in()
    {
        (await office.Send(GuardedOffice.Person("law"), "PUT", $"{Item}/receipt", "{}")).Status.Should().Be(200);
        (await Last()).Should().Be("signed by law");
        (await office.Send(GuardedOffice.Person("law"), "POST", $"{Item}/progress", """{"by":"law","text":"half"}""")).Status
            .Should().Be(200);
        (await Last()).Should().Be("progress by law");
    }

    [Fact]
    public async Task is_whom_the_coordinator_names_and_through_the_coordinator()
    {
        (await office.Send(GuardedOffice.Person("desk"), "PUT", $"{Item}/receipt", """{"by":"law"}""")).Status.Should().Be(200);
        (await Last()).Should().Be("signed by law through person:desk");
        (await office.Send(GuardedOffice.Person("office"), "PUT", $"{Item}/stages/draft", """{"by":"law"}""")).Status.Should().Be(200);
        (await Last()).Should().Be("stage-done by law through person:office");
    }

    [Fact]
    public async Task is_whom_a_program_names_and_through_its_key()
    {
        (await office.Send(GuardedOffice.Robot, "PUT", $"{Item}/receipt", """{"by":"law"}""")).Status.Should().Be(200);
        (await Last()).Should().Be("signed by law through key:robot");
        Answer nobody = await office.Send(GuardedOffice.Robot, "PUT", $"{Item}/stages/draft", "{}");
        (nobody.Status, nobody.Pointers[0]).Should().Be((422, "/by"));
    }

    [Fact]
    public async Task is_nobody_else()
    {
        Answer answer = await office.Send(GuardedOffice.Person("law"), "PUT", $"{Item}/receipt", """{"by":"law-2"}""");
        (answer.Status, answer.Problem).Should().Be((403, "forbidden"));
        ((string)answer.Body!["detail"]!).Should().Contain("Only the coordinator acts in another's name. You are law");
        (await office.Send(GuardedOffice.Person("lead"), "PUT", $"{Item}/confirmation", """{"by":"desk"}""")).Status.Should().Be(403);
        (await Last()).Should().Be("assigned by desk through key:robot");
    }

    /// <summary>Whom the verb does not allow is not helped by whoever names them.</summary>
    [Fact]
    public async Task is_asked_by_the_verb_too()
    {
        Answer answer = await office.Send(GuardedOffice.Person("desk"), "PUT", $"{Item}/receipt", """{"by":"lead"}""");
        (answer.Status, answer.Problem).Should().Be((403, "not-allowed"));
    }

    [Fact]
    public async Task resumes_without_saying_who()
    {
        (await office.Send(GuardedOffice.Person("desk"), "PUT", $"{Item}/waiting", """{"reason":"their draft"}""")).Status
            .Should().Be(200);
        (await office.Send(GuardedOffice.Person("desk"), "DELETE", $"{Item}/waiting")).Status.Should().Be(200);
        (await Last()).Should().Be("resumed by desk");
    }

    [Fact]
    public async Task is_somebody_whom_the_register_knows()
    {
        Answer answer = await office.Send(GuardedOffice.Person("admin"), "PUT", $"{Item}/receipt", """{"by":"law"}""");
        answer.Status.Should().Be(403, "an admin has no part in the business");
        answer = await office.Send(
            GuardedOffice.Robot, "PUT", "/api/people/office", Papers.PersonOf("office").ToJsonString()
                .Replace("office@nia.example", "elsewhere@nia.example", StringComparison.Ordinal));
        answer.Status.Should().Be(200);
        answer = await office.Send(GuardedOffice.Person("office"), "PUT", $"{Item}/receipt", """{"by":"law"}""");
        ((string)answer.Body!["detail"]!).Should().Contain("nobody in the register has the address office@nia.example");
    }

    /// <summary>A coordinator who owns an item, or reported it, does not confirm it in the issuer's name.</summary>
    [Fact]
    public async Task is_no_judge_of_their_own_work()
    {
        (await office.Send(GuardedOffice.Person("desk"), "PUT", $"{Item}/owner", """{"owner":"office","reason":"moved"}""")).Status
            .Should().Be(200);
        (await office.Send(GuardedOffice.Person("office"), "PUT", $"{Item}/completion", Papers.Done("office").ToJsonString())).Status
            .Should().Be(200);
        Answer answer = await office.Send(GuardedOffice.Person("office"), "PUT", $"{Item}/confirmation", """{"by":"lead"}""");
        ((string)answer.Body!["detail"]!).Should().Contain("Nobody decides about their own work, and office has done");
        (await office.Send(GuardedOffice.Person("desk"), "PUT", $"{Item}/confirmation", """{"by":"lead"}""")).Status.Should().Be(200);
        (await Last()).Should().Be("confirmed by lead through person:desk");
    }

    [Fact]
    public async Task is_said_of_what_was_rebased()
    {
        Answer preview = await office.Send(GuardedOffice.Person("desk"), "POST", "/api/agreements/minutes/rebase", "{}");
        preview.Status.Should().Be(200, preview.Text);
        (await office.Send(GuardedOffice.Person("law"), "POST", "/api/agreements/minutes/rebase", "{}")).Status.Should().Be(403);
    }

    private async Task<string> Last()
    {
        Answer journal = await office.Get(GuardedOffice.Robot, $"{Item}/journal");
        var entry = journal.Body!["entries"]!.AsArray().Last(one => (string)one!["event"]! != "notice")!;
        return $"{entry["event"]} by {entry["by"]}{(entry["through"] is { } through ? $" through {through}" : "")}";
    }
}
