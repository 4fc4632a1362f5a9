using System.Text.Json.Nodes;
using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Tests.Rig;

namespace FollowUp.CommandLine.Tests.Stories;

/// <summary>The sample's agreement from signature to its last confirmation: everybody of the cast acts by commands alone.</summary>
public sealed class The_demo_by_commands
{
    private const string Agreement = "2019-11-21-beijing";

    [Fact]
    public async Task is_lived_to_its_end()
    {
        await using Office office = await Office.Open();
        (await office.Run("import", Samples.Register)).Code.Should().Be(ExitCode.Done);
        IReadOnlyList<CastCommand> cast = CastCommand.Read(Samples.Cast);
        foreach (CastCommand act in cast)
        {
            await office.PassUntil(act.At);
            Said said = await office.Run(act.Line);
            said.Code.Should().Be(
                act.IsRefused ? ExitCode.Refused : ExitCode.Done, $"{act.At:u} {string.Join(' ', act.Line)}: {said.Error}");
        }

        cast.Should().HaveCountGreaterThan(25).And.Contain(act => act.IsRefused);
        (await office.Run("list", "--state", "open", "--json")).Json["items"]!.AsArray().Should().BeEmpty();
        JsonArray ended = (await office.Run("list", "--section", "closed", "--json")).Json["items"]!.AsArray();
        ended.Should().HaveCountGreaterThan(4).And.Contain(item => (string)item!["state"]! == "withdrawn");

        // Who heard of lateness heard of the end as well (law 14), as the ledger has it that went out.
        Said ledger = await office.Run("export", "ledger", Agreement, "--json");
        JsonNode[] sent = [.. ledger.Json["rows"]!.AsArray().Where(row => (string?)row!["state"] == "sent").Select(row => row!)];
        sent.Select(row => (string)row["ladder"]!).Should().Contain(["receipt", "due", "overdue", "closing"]);
        (await office.Run("report", Agreement)).Out.Should().Contain("withdrawn").And.Contain("protocol-1");
        (await office.Run("timetable", $"{Agreement}/protocol-1")).Out.Should().Contain("sent");

        // And whoever has the file believes nobody (law 19).
        (await office.Run("told", "nia-law", "--on", "2019-11-21")).Out.Should().StartWith("nia-law was told on 2019-11-21");
        string proof = Samples.Write("proof.json", "");
        (await office.Run("export", "proof", Agreement, "--output", proof)).Code.Should().Be(ExitCode.Done);
        Said verdict = await new Prompt().Run("verify", proof);
        verdict.Code.Should().Be(ExitCode.Done, verdict.Out);
    }
}
