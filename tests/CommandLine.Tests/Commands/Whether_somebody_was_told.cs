using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Tests.Rig;

namespace FollowUp.CommandLine.Tests.Commands;

/// <summary>Tests <see cref="ToldCommand"/>: what is asked, and what is shown of the answer.</summary>
public sealed class Whether_somebody_was_told
{
    private const string Answer = """
        {"person":"wang","on":"2026-11-20","timeZone":"Asia/Shanghai","told":true,"notices":[{"agreement":"talks","title":{"en":"Lists"},
        "answer":"told","notice":{"item":"lists","ladder":"receipt","rung":"at-once","to":"wang","at":"2026-11-20T01:01:00.1234567Z",
        "address":"wang@office.example","messageId":"1.wang@office.example"},"sealedBy":{"seq":12,"at":"2026-11-20T01:01:00Z","hash":"ab"}}]}
        """;

    [Fact]
    public async Task on_a_day_is_said_with_what_seals_it()
    {
        Wire wire = new(Wire.Says(200, Answer));
        Said said = await new Prompt { Network = wire }.Run("told", "wang", "--on", "2026-11-20", "--agreement", "talks");

        said.Code.Should().Be(ExitCode.Done, said.Error);
        wire.Asked.Single().RequestUri!.PathAndQuery.Should().Be("/api/people/wang/told?on=2026-11-20&agreement=talks");
        said.Out.Should().StartWith("wang was told on 2026-11-20 (Asia/Shanghai)\n")
            .And.ContainAll("talks/lists", "receipt/at-once", "2026-11-20 01:01Z", "wang@office.example", "entry 12");
    }

    [Fact]
    public async Task on_a_day_is_said_to_programs_as_it_came() =>
        (await new Prompt { Network = new Wire(Wire.Says(200, Answer)) }.Run("told", "wang", "--on", "2026-11-20", "--json"))
            .Out.Should().Be(Answer + "\n");
}
