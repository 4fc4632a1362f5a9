using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace FollowUp.CommandLine.Mcp;

/// <summary>
/// Tools that propose: what would happen, and the exact call and command by which a person who decides to would have it done. They change
/// nothing.
/// </summary>
internal sealed class ProposingTools(FollowUpClient client)
{
    [McpServerTool(Name = "propose_item", ReadOnly = true, OpenWorld = false)]
    [Description("What one more item of an agreement would bring: its timetable and warnings, or what is wrong with it. Changes nothing.")]
    public Task<CallToolResult> ProposeItem(
        [Description("id of the agreement")] string agreement,
        [Description("id, kind, title by language, owner, issuer, dueOn, as POST agreements/{a}/items takes it")] JsonElement item,
        CancellationToken cancel = default) => ToolResult.Of(async () =>
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(item);
        ServerAnswer effect = await client.Send(Calls.PreviewItem(agreement, body), cancel);
        return Proposal.Of(effect, Calls.Add(agreement, body), $"followup add {ShellText.Quote(agreement)} item.json", file: "item.json");
    });

    [McpServerTool(Name = "propose_change", ReadOnly = true, OpenWorld = false)]
    [Description("What a register file, or a plan, calendar, absence or owner in one, would change for items that run. Changes nothing.")]
    public Task<CallToolResult> ProposeChange(
        [Description("people, calendars, plans, agreements, owners: each optional, as POST timetable takes it")] JsonElement register,
        CancellationToken cancel = default) => ToolResult.Of(async () =>
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(register);
        ServerAnswer effect = await client.Send(Calls.DryRun(body), cancel);
        return Proposal.Of(effect, Calls.Register(body), "followup import register.json", file: "register.json");
    });

    [McpServerTool(Name = "propose_act", ReadOnly = true, OpenWorld = false)]
    public Task<CallToolResult> ProposeAct(
        [Description("agreement/item, like talks/lists")] string item,
        [Description("the verb")] string verb,
        [Description("what the verb takes, by name")] Dictionary<string, string>? fields = null,
        [Description("id of the person who would act")] string? by = null,
        CancellationToken cancel = default) => ToolResult.Of(async () =>
    {
        WantedAct wanted = WantedAct.Of(item, verb, fields, by);
        ItemView known = (await client.Send(Calls.Item(wanted.Item), cancel)).Read<ItemView>();
        OfferView? offer = known.Verbs?.FirstOrDefault(one => one.Verb == verb);
        JsonObject proposal = Proposal.Of(await Effect(wanted, cancel), wanted.Call(known), wanted.Command(), file: null);
        proposal["state"] = known.State;
        proposal["isOffered"] = offer is not null && (by is null || offer.By.Contains(by));
        proposal["offeredTo"] = new JsonArray([.. (offer?.By ?? []).Select(one => (JsonNode)one)]);
        return proposal;
    });

    /// <summary>Null where nothing is to be told beforehand: the verb alone says what it does.</summary>
    private async Task<ServerAnswer?> Effect(WantedAct wanted, CancellationToken cancel) => wanted switch
    {
        { DueOn: { } day } => await client.Send(Calls.Timetable(wanted.Item, day), cancel),
        { Owner: { } owner } => await client.Send(Calls.DryRun(JsonSerializer.SerializeToUtf8Bytes(new
        {
            owners = new[] { new { agreement = wanted.Item.Agreement, item = wanted.Item.Item, owner } },
        })), cancel),
        _ => null,
    };
}
