using System.Text.Json.Nodes;
using FollowUp.Tests.Rig;
using Microsoft.AspNetCore.Routing.Template;

namespace FollowUp.Tests.Http.Rig.Contract;

/// <summary>Bodies as <c>docs/walkthrough.http</c> has them, which is run as a test.</summary>
internal static class Example
{
    private static readonly IReadOnlyList<WalkthroughCall> Calls = [.. WalkthroughCall.ReadAll().Where(call => call.Body is ['{', ..])];

    /// <summary>Null where the walkthrough has none.</summary>
    public static JsonNode? Of(string method, string route)
    {
        TemplateMatcher matcher = new(TemplateParser.Parse(route), []);
        return Calls.FirstOrDefault(call => call.Method == method && matcher.TryMatch(call.Path.Split('?')[0], [])) is { } found
            ? JsonNode.Parse(found.Body!)
            : null;
    }
}
