extern alias schemas;

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Tests.Style;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using schemas::Json.Schema;

namespace FollowUp.Tests.Http.Rig.Contract;

/// <summary>
/// Holds an answer against <c>docs/openapi.json</c>: its status, its media type, and each field of it, of which none may be missing and
/// none be there that the contract does not know.
/// </summary>
internal static class AnswerCheck
{
    private const string Id = "https://contract.test/";

    /// <summary>What is longer takes a tenth of a second and more: the first of each kind show what all of them show.</summary>
    private const int LongText = 20_000, LongOnesMax = 10;

    private static readonly ConcurrentDictionary<string, int> LongOnes = new();

    private static readonly JsonElement Contract = JsonElement.Parse(Repository.Text("docs/openapi.json"));

    private static readonly IReadOnlyList<(TemplateMatcher Route, JsonElement Calls)> Routes =
    [
        .. Contract.GetProperty("paths").EnumerateObject()
            .Select(path => (new TemplateMatcher(TemplateParser.Parse(path.Name[1..]), []), path.Value)),
    ];

    private static readonly BuildOptions Options = Known();

    private static readonly ConcurrentDictionary<string, Lazy<JsonSchema>> Schemas = new();

    /// <summary>What is wrong with an answer; null where nothing is, or where the contract does not speak of the call.</summary>
    public static string? Fault(HttpMethod method, string path, int status, string? type, string text)
    {
        PathString called = new(Uri.UnescapeDataString(path));
        JsonElement calls = Routes.FirstOrDefault(route => route.Route.TryMatch(called, [])).Calls;
        if (At(At(calls, method.Method.ToLowerInvariant()), "responses") is not { } responses)
        {
            return null;
        }

        string key = status.ToString(CultureInfo.InvariantCulture);
        JsonElement? response = At(responses, key) ?? (status >= 400 ? At(responses, $"{key[0]}XX") : null);
        return response is null ? $"it knows no {status} of {method} {path}"
            : type is null ? null
            : (At(At(response, "content"), type) ?? At(At(response, "content"), "*/*")) is not { } media
                ? $"it knows no {type} of {method} {path}, {status}"
            : type.EndsWith("json", StringComparison.Ordinal) ? Fault(media.GetProperty("schema").GetRawText(), text)
            : null;
    }

    private static JsonElement? At(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out JsonElement found) ? found : null;

    private static string? Fault(string schema, string text)
    {
        if (text.Length > LongText && LongOnes.AddOrUpdate(schema, 1, (_, seen) => seen + 1) > LongOnesMax)
        {
            return null;
        }

        JsonSchema known = Schemas.GetOrAdd(
            InDefinitions(schema).Replace("\"#", $"\"{Id}#", StringComparison.Ordinal), json => new(() => Built(json))).Value;
        using JsonDocument answer = JsonDocument.Parse(text);
        if (known.Evaluate(answer.RootElement, How(OutputFormat.Flag)).IsValid)
        {
            return null;
        }

        EvaluationResults found = known.Evaluate(answer.RootElement, How(OutputFormat.List));
        return string.Join("; ", found.Details!.Where(one => one.Errors is not null)
            .Select(one => $"{one.InstanceLocation}: {string.Join(", ", one.Errors!.Values)}").Distinct().Take(5));
    }

    /// <summary>One at a time: each is written down among those that are known.</summary>
    private static JsonSchema Built(string json)
    {
        lock (Options)
        {
            return JsonSchema.FromText(json, Options);
        }
    }

    private static EvaluationOptions How(OutputFormat output) => new() { OutputFormat = output, RequireFormatValidation = true };

    /// <summary>All components under one address. What an answer has beside them is as wrong as what it lacks.</summary>
    private static BuildOptions Known()
    {
        BuildOptions options = new() { SchemaRegistry = new() };
        JsonObject components = JsonNode.Parse(
            InDefinitions(Contract.GetProperty("components").GetProperty("schemas").GetRawText()))!.AsObject();
        foreach (JsonObject record in components.Select(component => component.Value).OfType<JsonObject>()
            .Where(schema => schema["properties"] is not null))
        {
            record["additionalProperties"] = false;
        }

        _ = JsonSchema.FromText(new JsonObject { ["$id"] = Id, ["$defs"] = components }.ToJsonString(), options);
        return options;
    }

    private static string InDefinitions(string schema) =>
        schema.Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
}
