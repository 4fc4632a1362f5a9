using System.Reflection;
using FollowUp.CommandLine.Client;
using ModelContextProtocol.Server;

namespace FollowUp.CommandLine.Mcp;

/// <summary>All tools, each a method of one of the classes beside this.</summary>
internal static class ToolSet
{
    private const string Proposes =
        "What a verb would do to an item, whether it is offered, and the exact command and call for a person. Changes nothing. Verbs: ";

    private const string Acts = "Does a verb with an item, in somebody's name, for good. Needs the caller's own sign-in. Verbs: ";

    public static IEnumerable<McpServerTool> Of(FollowUpClient client) =>
        new object[] { new ReadingTools(client), new ProposingTools(client), new ActingTools(client) }.SelectMany(Of);

    private static IEnumerable<McpServerTool> Of(object tools) => tools.GetType()
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.GetCustomAttribute<McpServerToolAttribute>() is not null)
        .Select(method => McpServerTool.Create(method, tools, new() { Description = Described(method.Name) }));

    /// <summary>Null where the method says it itself.</summary>
    private static string? Described(string method) => method switch
    {
        nameof(ProposingTools.ProposeAct) => Proposes + WantedAct.Known,
        nameof(ActingTools.Act) => Acts + WantedAct.Known,
        _ => null,
    };
}
