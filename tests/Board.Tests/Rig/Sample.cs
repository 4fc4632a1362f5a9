using System.Text.Json.Nodes;
using FollowUp.Start;

namespace FollowUp.Board.Tests.Rig;

/// <summary>The sample's calls, for all of its items or only for some.</summary>
internal static class Sample
{
    public static IReadOnlyList<Act> Script(IReadOnlyCollection<string> items)
    {
        IReadOnlyList<Act> all = FollowUp.Start.Script.Build(Root.Sample, Cast.Read(Root.SampleCast));
        return items.Count == 0 ? all : [.. all.Where(act => IsAbout(act, items)).Select(act => Only(act, items))];
    }

    private static bool IsAbout(Act act, IReadOnlyCollection<string> items) =>
        !act.Path.Contains("/items/", StringComparison.Ordinal)
            || items.Any(item => act.Path.Contains($"/items/{item}/", StringComparison.Ordinal));

    private static Act Only(Act act, IReadOnlyCollection<string> items)
    {
        if (act.Path != "/api/agreements")
        {
            return act;
        }

        JsonNode agreement = JsonNode.Parse(act.Body!)!;
        agreement["items"]!.AsArray().RemoveAll(item => !items.Contains((string)item!["id"]!));
        return act with { Body = agreement.ToJsonString() };
    }
}
