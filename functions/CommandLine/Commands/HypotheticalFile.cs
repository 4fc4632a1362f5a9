using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.CommandLine.Client;

namespace FollowUp.CommandLine.Commands;

/// <summary>What somebody would try out, as a register file has it: a plan, a calendar or a person alone becomes one of one.</summary>
internal static class HypotheticalFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly string[] Parts = ["people", "calendars", "plans", "agreements", "owners"];

    /// <summary>By which field a thing is told that stands in a file alone, and which part of a register it belongs to.</summary>
    private static readonly (string Field, string Part)[] Alone =
        [("ladders", "plans"), ("weekend", "calendars"), ("holidays", "calendars"), ("email", "people"), ("items", "agreements")];

    /// <exception cref="UsageException">Nobody can tell what it is.</exception>
    public static JsonObject AsRegister(ReadOnlyMemory<byte> content, string path)
    {
        try
        {
            if (JsonNode.Parse(content.Span, documentOptions: Lenient) is JsonObject read)
            {
                string? part = Parts.Any(read.ContainsKey) ? null
                    : Alone.Where(one => read.ContainsKey(one.Field)).Select(one => one.Part).FirstOrDefault()
                        ?? throw new UsageException($"{path} is no register, plan, calendar or person; an item needs --into.");
                return part is null ? read : new() { [part] = new JsonArray(read) };
            }
        }
        catch (JsonException broken)
        {
            throw new UsageException($"{path} is no JSON: {broken.Message}");
        }

        throw new UsageException($"{path} must be an object, as a register file is.");
    }

    /// <summary>The person as they are, but for one absence more.</summary>
    public static JsonObject With(Absence away, JsonObject person)
    {
        JsonObject absence = new() { ["from"] = away.From, ["to"] = away.To };
        if (away.Substitute is { } other)
        {
            absence["substitute"] = other;
        }

        JsonArray absences = person["absences"] as JsonArray ?? [];
        absences.Add(absence);
        person["absences"] = absences.DeepClone();
        return new() { ["people"] = new JsonArray(person.DeepClone()) };
    }
}
