using System.Text.Json.Nodes;
using FollowUp.CommandLine.Commands;

namespace FollowUp.CommandLine.Tests.Rig;

/// <summary>What came of a command.</summary>
internal sealed record Said(int Status, byte[] Bytes, string Error)
{
    public ExitCode Code => (ExitCode)Status;

    public string Out => System.Text.Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Out)!;
}
