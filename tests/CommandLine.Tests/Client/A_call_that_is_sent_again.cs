using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Tests.Rig;

namespace FollowUp.CommandLine.Tests.Client;

/// <summary>Tests <see cref="Retries"/> and <see cref="FollowUpClient"/>: what is tried again, for how long, and done once.</summary>
public sealed class A_call_that_is_sent_again
{
    private const string Item = """{"agreement":"talks","id":"lists","title":{"en":"Lists"},"owner":"wang","dueOn":"2026-12-18","state":"signed"}""";

    private readonly ImpatientClock clock = new();

    [Fact]
    public async Task has_the_same_key_each_time()
    {
        Wire wire = new(Wire.Lost(), Wire.Busy(503, 5), Wire.Busy(429, 2), Wire.Says(200, Item));
        Said said = await Prompt(wire).Run("act", "talks/lists", "sign", "--by", "wang");

        said.Code.Should().Be(ExitCode.Done, said.Error);
        wire.Asked.Should().HaveCount(4);
        wire.Asked.Select(asked => asked.Headers.GetValues("Idempotency-Key").Single()).Distinct().Should().ContainSingle()
            .Which.Should().HaveLength(32);
    }

    [Fact]
    public async Task waits_as_long_as_the_server_asks()
    {
        Wire wire = new(Wire.Busy(503, 5), Wire.Busy(429, 2), Wire.Says(200, Item));
        Said said = await Prompt(wire).Run("show", "talks/lists");

        clock.Waits.Should().Equal(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(2));
        said.Error.Should().Contain("again in 5 s (1 of 3)");
        said.Out.Should().NotContain("again");
    }

    [Fact]
    public async Task is_given_up_in_the_end()
    {
        Wire wire = new(Wire.Busy(503, 5), Wire.Busy(503, 5), Wire.Busy(503, 5), Wire.Busy(503, 5));
        Said said = await Prompt(wire).Run("show", "talks/lists");

        said.Code.Should().Be(ExitCode.Unreachable);
        said.Error.Should().EndWith("Not now: Later.\n");
    }

    [Fact]
    public async Task is_given_up_at_once_where_the_server_asks_for_more_patience_than_people_have()
    {
        Wire wire = new(Wire.Busy(503, 600));
        (await Prompt(wire).Run("show", "talks/lists")).Code.Should().Be(ExitCode.Unreachable);
        wire.Asked.Should().ContainSingle();
    }

    [Fact]
    public async Task is_none_where_the_store_must_be_mended_first()
    {
        Wire wire = new(Wire.Says(503, """{"type":"/problems/store-broken","title":"The store must be mended first","detail":"Damaged."}"""));
        Said said = await Prompt(wire).Run("show", "talks/lists");

        said.Code.Should().Be(ExitCode.Unreachable);
        said.Error.Should().Contain("Damaged.");
        wire.Asked.Should().ContainSingle();
    }

    [Fact]
    public async Task is_none_where_the_server_said_no()
    {
        Wire wire = new(Wire.Says(409, """{"type":"/problems/not-now","title":"No","detail":"It is closed."}"""));
        (await Prompt(wire).Run("act", "talks/lists", "sign")).Code.Should().Be(ExitCode.Refused);
        wire.Asked.Should().ContainSingle();
    }

    [Fact]
    public async Task does_not_follow_where_a_foreign_answer_leads()
    {
        Wire wire = new(() => new(System.Net.HttpStatusCode.Found) { Headers = { Location = new("https://elsewhere.example/") } });
        Said said = await Prompt(wire).Run("show", "talks/lists");

        said.Code.Should().Be(ExitCode.Refused);
        said.Error.Should().Contain("--server must name FollowUp itself");
    }

    [Theory]
    [InlineData("<html>Welcome</html>")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"agreement":null,"id":"a","title":{},"owner":"b","dueOn":"","state":""}""")]
    public async Task is_not_made_of_an_answer_that_is_not_FollowUps(string answer)
    {
        Said said = await Prompt(new(Wire.Says(200, answer))).Run("show", "talks/lists");

        said.Code.Should().Be(ExitCode.Unreachable);
        said.Error.Should().Contain("is --server right?");
        said.Out.Should().BeEmpty();
    }

    private Prompt Prompt(Wire wire) => new() { Clock = clock, Network = wire };
}
