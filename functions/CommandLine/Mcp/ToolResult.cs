using System.Text;
using System.Text.Json.Nodes;
using FollowUp.CommandLine.Client;
using ModelContextProtocol.Protocol;

namespace FollowUp.CommandLine.Mcp;

/// <summary>What a tool answers: the server's JSON as data, or why not, as an error that says the way out.</summary>
internal static class ToolResult
{
    public static async Task<CallToolResult> Of(Func<Task<ServerAnswer>> call) =>
        await Of(async () => Encoding.UTF8.GetString((await call()).Body.Span));

    public static async Task<CallToolResult> Of(Func<Task<JsonNode>> compose) => await Of(async () => (await compose()).ToJsonString());

    public static CallToolResult Refused(string why) => new() { IsError = true, Content = [new TextContentBlock { Text = why }] };

    private static async Task<CallToolResult> Of(Func<Task<string>> text)
    {
        try
        {
            return new() { Content = [new TextContentBlock { Text = await text() }] };
        }
        catch (Exception refused) when (refused is RefusedException or UsageException or UnreachableException)
        {
            return Refused(refused.Message);
        }
    }
}
