using System.Text.Json.Nodes;
using FollowUp.CommandLine.Client;

namespace FollowUp.CommandLine.Mcp;

/// <summary>What would happen, and how a person has it done.</summary>
internal static class Proposal
{
    /// <param name="effect">What the server says would happen; null where it says nothing beforehand.</param>
    /// <param name="file">The name under which the command finds the body of the call; null where it needs no file.</param>
    public static JsonObject Of(ServerAnswer? effect, ApiCall call, string command, string? file) => new()
    {
        ["isDone"] = false,
        ["wouldHappen"] = effect?.Read<JsonNode>(),
        ["call"] = new JsonObject
        {
            ["method"] = call.Method.Method,
            ["path"] = $"/{call.Path}",
            ["body"] = call.Text() is { } body ? JsonNode.Parse(body) : null,
        },
        ["command"] = command,
        ["bodyGoesIntoFile"] = file,
    };
}
