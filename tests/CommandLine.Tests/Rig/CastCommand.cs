using System.Text.Json.Nodes;
using FollowUp.CommandLine.Client;

namespace FollowUp.CommandLine.Tests.Rig;

/// <summary>What somebody of the demo's cast does, as the command that does it.</summary>
internal sealed record CastCommand(DateTimeOffset At, string[] Line, bool IsRefused)
{
    public static IReadOnlyList<CastCommand> Read(string file) =>
        [.. JsonNode.Parse(File.ReadAllText(file))!.AsArray().Select(act => Of(act!)).OrderBy(act => act.At)];

    private static CastCommand Of(JsonNode act)
    {
        Uri path = new(new Uri("http://office.example"), (string)act["path"]!);
        string[] segments = [.. path.AbsolutePath.Split('/').Skip(3)];
        string[] below = segments[3..];
        ItemVerb verb = ItemVerbs.All.Single(one => one.Method.Method == (string)act["method"]! && Fits(one, below));
        string by = (string?)act["body"]?["by"] ?? path.Query.Split('=')[1];
        IEnumerable<string> options = verb.Fields
            .Select(field => (field.Name, Value: field.Place is null ? below[^1] : Find(act["body"]!, field.Place)))
            .Where(option => option.Value is not null)
            .SelectMany(option => (string[])[$"--{option.Name}", option.Value!]);
        return new(
            act["at"]!.GetValue<DateTimeOffset>(), ["act", $"{segments[0]}/{segments[2]}", verb.Name, "--by", by, .. options],
            (int)act["expect"]! >= 400);
    }

    private static bool Fits(ItemVerb verb, string[] below)
    {
        string[] template = verb.Path.Split('/');
        return template.Length == below.Length
            && template.Zip(below).All(pair => pair.First == pair.Second || pair.First.StartsWith('{'));
    }

    private static string? Find(JsonNode body, string place)
    {
        JsonNode? found = body;
        foreach (string name in place.Split('.'))
        {
            found = found?[name];
        }

        return (string?)found;
    }
}
