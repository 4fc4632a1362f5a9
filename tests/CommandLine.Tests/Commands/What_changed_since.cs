using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Tests.Rig;

namespace FollowUp.CommandLine.Tests.Commands;

/// <summary>Tests <see cref="ChangesCommand"/>: what is asked, and what is shown of the answer.</summary>
public sealed class What_changed_since
{
    private const string Answer = """
        {"events":[{"specversion":"1.0","id":"talks/7","source":"/api/agreements/talks","type":"followup.item.signed","subject":"lists",
        "time":"2026-11-20T01:01:00Z","datacontenttype":"application/json","data":{"event":"signed","agreement":"talks","item":"lists",
        "seq":7,"by":"wang","state":"signed","hash":"ab"}}],"next":"6130","more":true}
        """;

    [Fact]
    public async Task somebody_asked_last_is_shown_with_from_where_to_go_on()
    {
        Wire wire = new(Wire.Says(200, Answer));
        Said said = await new Prompt { Network = wire }.Run("changes", "--since", "6100", "--limit", "1");

        said.Code.Should().Be(ExitCode.Done, said.Error);
        wire.Asked.Single().RequestUri!.PathAndQuery.Should().Be("/api/changes?since=6100&limit=1");
        said.Out.Should().ContainAll("2026-11-20 01:01Z", "talks/lists", "signed", "wang", "There is more: followup changes --since 6130");
    }

    [Fact]
    public async Task the_beginning_is_asked_for_without_an_option()
    {
        Wire wire = new(Wire.Says(200, """{"events":[],"next":"6130","more":false}"""));
        (await new Prompt { Network = wire }.Run("changes")).Out.Should().EndWith("followup changes --since 6130\n");
        wire.Asked.Single().RequestUri!.PathAndQuery.Should().Be("/api/changes");
    }
}
