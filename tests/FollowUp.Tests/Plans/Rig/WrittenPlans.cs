using System.Text;
using FollowUp.Parsing;
using FollowUp.Plans;

namespace FollowUp.Tests.Plans.Rig;

/// <summary>Plans as callers write them, and what is wrong with them.</summary>
internal static class WrittenPlans
{
    /// <summary>
    /// The faults of a plan of one ladder, each <c>/pointer: detail</c>. A rung is written <c>id offset[ every[ xTimes]] to[,to]</c>.
    /// </summary>
    public static IReadOnlyList<string> Faults(LadderName ladder, params string[] rungs) => Faults(Plan((ladder, rungs)));

    public static IReadOnlyList<string> Faults(string json)
    {
        ParseContext context = new();
        _ = PlanParser.Parse(context.ParseJson(Encoding.UTF8.GetBytes(json)));
        return [.. context.Faults.Select(fault => $"{fault.Pointer}: {fault.Detail}")];
    }

    public static string Plan(params (LadderName Ladder, string[] Rungs)[] ladders) =>
        $$"""{ "id": "one", "ladders": [ {{string.Join(", ", ladders.Select(one => $$"""{ "ladder": "{{one.Ladder.ToString().ToLowerInvariant()}}", "rungs": [ {{string.Join(", ", one.Rungs.Select(Rung))}} ] }"""))}} ] }""";

    private static string Rung(string written)
    {
        string[] words = written.Split(' ');
        string every = words.Length > 3 ? $", \"every\": \"{words[2]}\"" : "";
        string times = words.Length > 4 ? $", \"times\": {words[3].TrimStart('x')}" : "";
        return $$"""{ "id": "{{words[0]}}", "offset": "{{words[1]}}"{{every}}{{times}}, "to": [ {{string.Join(", ", words[^1].Split(',').Select(role => $"\"{role}\""))}} ] }""";
    }
}
