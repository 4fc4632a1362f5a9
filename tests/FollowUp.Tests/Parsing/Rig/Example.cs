using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Parsing;

namespace FollowUp.Tests.Parsing.Rig;

/// <summary>The register file of docs/design.md §6, and what reading it (changed) comes to.</summary>
public static class Example
{
    public const string Text = """
        { "people": [ { "id": "nia-law", "name": "Law desk", "email": "law@nia.example", "language": "zh", "timeZone": "Asia/Shanghai",
                        "calendar": "CN", "absences": [ { "from": "2020-01-20", "to": "2020-02-02", "substitute": "nia-law-2" } ] } ],
          "calendars": [ { "id": "CN-2020", "name": { "en": "China" }, "weekend": ["saturday", "sunday"],
                           "holidays": [ { "date": "2020-10-01", "name": { "en": "National Day" } } ],
                           "workingDays": [ { "date": "2020-09-27", "name": "make-up" } ], "knownThrough": "2026-12-31" } ],
          "plans": [ { "id": "strict", "hour": "08:30", "extensionsMax": 1, "ladders": [
            { "ladder": "due", "rungs": [ { "id": "week", "offset": "-7cd", "to": ["owner"] } ] },
            { "ladder": "overdue", "rungs": [ { "id": "again", "offset": "+1wd", "every": "5wd", "times": 12, "to": ["owner"] },
              { "id": "level-1", "offset": "+2wd", "to": ["level-1", "issuer"] } ] } ] } ],
          "agreements": [ {
            "id": "2019-11-21-beijing", "kind": "minutes", "signedOn": "2019-11-21", "place": "Beijing",
            "title": { "en": "Working meeting, minutes" },
            "parties": [ { "code": "CN", "name": { "en": "China" }, "calendar": "CN", "timeZone": "Asia/Shanghai" } ],
            "coordinator": "nia-intl", "chain": [ "level-1", "level-2", "level-3" ],
            "clauses": [ { "id": "p6-2", "text": { "en": "Both sides shall revise the protocol.", "zh": "双方应修订议定书。", "ru": "Стороны пересмотрят протокол." } } ],
            "items": [ { "id": "protocol-1", "kind": "protocol-revision", "clause": "p6-2", "title": { "en": "Revise the protocol" },
              "owner": "nia-law", "supporting": [], "issuer": "nia-lead", "counterpart": "fsb-law",
              "dueOn": "2020-05-29", "timeZone": "Asia/Shanghai", "plan": "default",
              "stages": [ { "id": "draft", "dueOn": "2020-02-28" } ], "dependsOn": [], "recurrence": null } ] } ] }
        """;

    public static JsonNode Node => JsonNode.Parse(Text)!;

    public static RegisterFile Register => Read(Node).Register;

    /// <summary>The faults of the example after <paramref name="change"/>, written <c>/pointer: detail</c>.</summary>
    public static IEnumerable<string> Faults(Action<JsonNode> change)
    {
        JsonNode node = Node;
        change(node);
        return Faults(node.ToJsonString());
    }

    public static IEnumerable<string> Faults(string text) => Faults(Encoding.UTF8.GetBytes(text));

    public static IEnumerable<string> Faults(byte[] utf8)
    {
        ParseContext context = new();
        _ = RegisterFile.Parse(context.ParseJson(utf8));
        return context.Faults.Select(fault => $"{fault.Pointer}: {fault.Detail}");
    }

    /// <summary>Puts <paramref name="json"/> where <paramref name="pointer"/> points; null takes away what is there.</summary>
    public static void Set(this JsonNode node, string pointer, string? json)
    {
        string[] steps = pointer.Split('/')[1..];
        JsonNode parent = steps[..^1].Aggregate(node, (at, step) => at is JsonArray list ? list[int.Parse(step, null)]! : at[step]!);
        if (parent is JsonArray array)
        {
            array[int.Parse(steps[^1], null)] = json is null ? null : JsonNode.Parse(json);
        }
        else if (json is null)
        {
            _ = parent.AsObject().Remove(steps[^1]);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(json);
        }
    }

    public static (RegisterFile Register, ParseContext Reading) Read(JsonNode node)
    {
        ParseContext context = new();
        return (RegisterFile.Parse(context.ParseJson(Encoding.UTF8.GetBytes(node.ToJsonString()))), context);
    }
}
