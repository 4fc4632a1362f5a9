using System.ComponentModel;
using System.Globalization;
using FollowUp.CommandLine.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace FollowUp.CommandLine.Mcp;

/// <summary>Tools that read. What they answer is the API's own JSON.</summary>
internal sealed class ReadingTools(FollowUpClient client)
{
    private const int Page = 50;

    [McpServerTool(Name = "list_items", ReadOnly = true, OpenWorld = false)]
    [Description("Agreed items across agreements, the most urgent first, a page at a time; next is the cursor of the page after.")]
    public Task<CallToolResult> List(
        [Description("id of an agreement")] string? agreement = null,
        [Description("id of an owner")] string? owner = null,
        [Description("open, registered, assigned, signed, waiting, reported, confirmed or withdrawn")] string? state = null,
        [Description("late, behind, near, reported, waiting, course or closed")] string? section = null,
        [Description("id of the person whose step is waited for; * for anybody")] string? awaits = null,
        [Description("yyyy-MM-dd; due on it or later")] string? dueFrom = null,
        [Description("yyyy-MM-dd; due before it")] string? dueBefore = null,
        [Description("words of titles, ids, places and owners' names")] string? words = null,
        [Description("from 1 to 200")] int limit = Page,
        [Description("next of the page before")] string? cursor = null,
        CancellationToken cancel = default) => ToolResult.Of(() => client.Send(Calls.Items(
        [
            new("agreement", agreement), new("owner", owner), new("state", state), new("section", section), new("awaits", awaits),
            new("dueFrom", dueFrom), new("dueBefore", dueBefore), new("q", words), new("sort", "urgency"),
            new("limit", limit.ToString(CultureInfo.InvariantCulture)), new("cursor", cursor),
        ]), cancel));

    [McpServerTool(Name = "show_item", ReadOnly = true, OpenWorld = false)]
    [Description("One item as it stands: dates, people, what happened, whose move it is (nextActions), what may be done (verbs).")]
    public Task<CallToolResult> Show(
        [Description("agreement/item, like talks/lists")] string item, CancellationToken cancel = default) =>
        ToolResult.Of(() => client.Send(Calls.Item(ItemAddress.Parse(item)), cancel));

    [McpServerTool(Name = "timetable", ReadOnly = true, OpenWorld = false)]
    [Description("Who was and will be told what about an item, when and why; with dueOn, as it would be were it due then.")]
    public Task<CallToolResult> Timetable(
        [Description("agreement/item, like talks/lists")] string item,
        [Description("yyyy-MM-dd")] string? dueOn = null,
        CancellationToken cancel = default) => ToolResult.Of(() => client.Send(Calls.Timetable(ItemAddress.Parse(item), dueOn), cancel));

    [McpServerTool(Name = "report", ReadOnly = true, OpenWorld = false)]
    [Description("How an agreement stands for its next meeting; each line names the entries of the journal that it stands on.")]
    public Task<CallToolResult> Report(
        [Description("id of the agreement")] string agreement,
        [Description("an instant like 2020-05-29T10:00:00Z; now unless told")] string? asOf = null,
        [Description("an instant: the asOf of the report before, for what changed since")] string? since = null,
        [Description("yyyy-MM-dd; lists what is due by then")] string? nextMeeting = null,
        CancellationToken cancel = default) => ToolResult.Of(() => client.Send(
        Calls.Report([agreement], new("asOf", asOf), new("since", since), new("nextMeeting", nextMeeting), new("format", "json")), cancel));

    [McpServerTool(Name = "overview", ReadOnly = true, OpenWorld = false)]
    [Description("How many items stand where, by section, agreement and owner, and whose step is waited for.")]
    public Task<CallToolResult> Overview(
        [Description("id of an agreement")] string? agreement = null, CancellationToken cancel = default) =>
        ToolResult.Of(() => client.Send(Calls.Overview(new QueryValue("agreement", agreement)), cancel));

    [McpServerTool(Name = "told", ReadOnly = true, OpenWorld = false)]
    [Description("Whether a person was told something on a day, by their own clock: when, to which address, what seals it; or why not.")]
    public Task<CallToolResult> Told(
        [Description("id of the person")] string person,
        [Description("yyyy-MM-dd")] string on,
        [Description("id of an agreement")] string? agreement = null,
        CancellationToken cancel = default) =>
        ToolResult.Of(() => client.Send(Calls.Told(person, new("on", on), new("agreement", agreement)), cancel));
}
