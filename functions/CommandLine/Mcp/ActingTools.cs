using System.ComponentModel;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace FollowUp.CommandLine.Mcp;

/// <summary>
/// The tool that acts. Without the caller's own sign-in it refuses, also where the server would let anybody in who sits at the machine:
/// what is done in somebody's name is done by who may.
/// </summary>
internal sealed class ActingTools(FollowUpClient client)
{
    private const string NotSignedIn = "Nothing was done: acting needs your own sign-in, and none is set. "
        + Credential.HowTo + " Then start followup mcp anew. propose_act needs none: it says the command for a person.";

    [McpServerTool(Name = "act", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = false)]
    public async Task<CallToolResult> Act(
        [Description("agreement/item, like talks/lists")] string item,
        [Description("the verb")] string verb,
        [Description("what the verb takes, by name")] Dictionary<string, string>? fields = null,
        [Description("id of the person in whose name; yours where the sign-in says it")] string? by = null,
        CancellationToken cancel = default) => client.IsSignedIn && await IsKnown(cancel)
        ? await ToolResult.Of(async () =>
        {
            WantedAct wanted = WantedAct.Of(item, verb, fields, by);
            ItemView? known = wanted.Verb.NeedsItem(wanted.Fields)
                ? (await client.Send(Calls.Item(wanted.Item), cancel)).Read<ItemView>() : null;
            return await client.Send(wanted.Call(known), cancel);
        })
        : ToolResult.Refused(NotSignedIn);

    /// <summary>A key that an open server never looks at is nobody's.</summary>
    private async Task<bool> IsKnown(CancellationToken cancel)
    {
        try
        {
            return (await client.Send(Calls.Me, cancel)).Read<MeView>().SignedIn;
        }
        catch (RefusedException)
        {
            return false;
        }
    }
}
