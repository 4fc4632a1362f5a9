using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Items;
using FollowUp.Tests.Style;
using Microsoft.Azure.Functions.Worker;
using Microsoft.OpenApi;

namespace FollowUp.Tests.Http.Rig.Contract;

/// <summary>
/// Writes <c>docs/openapi.json</c>: addresses and words from the functions, schemas of answers from the records, examples from the
/// walkthrough, and the rest from <see cref="OperationTable"/> and <c>template.json</c>.
/// </summary>
internal sealed partial class ContractWriter
{
    private const string Template = "tests/FollowUp.Tests/Http/Rig/Contract/template.json";

    private readonly OpenApiDocument document = OpenApiDocument.Parse(Repository.Text(Template), "json").Document!;
    private readonly XmlDocs docs = new(typeof(FollowUpServices).Assembly, typeof(AgreedItem).Assembly);
    private readonly ResponseSchemas schemas;

    private ContractWriter() => schemas = new(document, docs);

    /// <summary>The functions that it describes: all but the pages, and what takes whatever no other function takes.</summary>
    public static IEnumerable<Trigger> Described =>
        Trigger.All.Where(trigger => trigger.Route.StartsWith("api/", StringComparison.Ordinal));

    public static async Task<string> Write(CancellationToken cancel)
    {
        ContractWriter writer = new();
        foreach (Trigger trigger in Described.OrderBy(trigger => trigger.Route, StringComparer.Ordinal))
        {
            writer.Add(trigger);
        }

        return $"{await writer.document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel)}\n".ReplaceLineEndings("\n");
    }

    private void Add(Trigger trigger)
    {
        string path = $"/{trigger.Route}";
        if (!document.Paths.TryGetValue(path, out IOpenApiPathItem? item))
        {
            document.Paths.Add(path, item = new OpenApiPathItem { Operations = [] });
        }

        foreach (string method in trigger.Methods.Except(["HEAD"]))
        {
            item.Operations!.Add(HttpMethod.Parse(method), OperationOf(trigger, method));
        }
    }

    private OpenApiOperation OperationOf(Trigger trigger, string method)
    {
        Operation operation = OperationTable.All[trigger.Function];
        AccessRule rule = AccessRule.Of(trigger.Function)!;
        return new()
        {
            OperationId = Camel(trigger.Function),
            Summary = InWords(trigger.Function),
            Description = $"{docs.Of(MethodOf(trigger.Function))} {Callers.Of(rule)}".Trim(),
            Tags = new HashSet<OpenApiTagReference> { new(TagOf(trigger.Route), document) },
            Security = [.. SecurityOf(rule, trigger.Route)],
            Parameters = [.. ParametersOf(trigger, operation)],
            RequestBody = BodyOf(operation, Example.Of(method, trigger.Route)),
            Responses = ResponsesOf(operation),
        };
    }

    private IEnumerable<IOpenApiParameter> ParametersOf(Trigger trigger, Operation operation)
    {
        IEnumerable<string> ofPath = Open().Matches(trigger.Route).Select(open => $"path.{open.Groups[1].Value}");
        IEnumerable<string> headers = new[]
        {
            operation.TakesIfMatch ? "If-Match" : null,
            operation.IsTagged ? "If-None-Match" : null,
            operation.TakesIdempotencyKey ? "Idempotency-Key" : null,
        }.OfType<string>();
        return ofPath.Concat(operation.Options).Concat(headers).Select(Parameter);
    }

    /// <summary>The columns of a file are many, and say all alike what they are.</summary>
    private IOpenApiParameter Parameter(string key) =>
        document.Components!.Parameters!.ContainsKey(key) ? new OpenApiParameterReference(key, document)
        : key.Split('.', 2) is [var what and ("column" or "every"), var field] ? new OpenApiParameter
        {
            Name = key,
            In = ParameterLocation.Query,
            Description = what == "column" ? $"What the column of `{field}` is called in the file." : $"The `{field}` of every row.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        }
        : throw new InvalidOperationException($"{Template} has no parameter {key}.");

    private OpenApiRequestBody? BodyOf(Operation operation, JsonNode? example) => operation.Body.Count == 0 ? null : new()
    {
        Required = true,
        Content = operation.Body.ToDictionary(body => body.Key, IOpenApiMediaType (body) => new OpenApiMediaType
        {
            Schema = body.Value is null ? new OpenApiSchema() : new OpenApiSchemaReference(body.Value, document),
            Example = body.Key == Operation.Json ? example : null,
        }),
    };

    private OpenApiResponses ResponsesOf(Operation operation)
    {
        OpenApiResponses responses = [];
        foreach ((HttpStatusCode status, Type? answer) in operation.Answers)
        {
            Dictionary<string, IOpenApiMediaType> content = answer is null ? []
                : new() { [Operation.Json] = new OpenApiMediaType { Schema = schemas.Of(answer) } };
            foreach (string file in status == HttpStatusCode.OK ? operation.Files : [])
            {
                content.Add(file, new OpenApiMediaType { Schema = new OpenApiSchema() });
            }

            responses.Add($"{(int)status}", new OpenApiResponse { Description = Reason(status), Content = content });
        }

        if (operation.IsTagged)
        {
            responses.Add("304", new OpenApiResponse { Description = "It is as it was known." });
        }

        responses.Add("4XX", Problem("Refused: what is wrong, and the way out."));
        responses.Add("5XX", Problem("Not now: it may be tried again where `Retry-After` says so."));
        return responses;
    }

    private OpenApiResponse Problem(string words) => new()
    {
        Description = words,
        Content = new Dictionary<string, IOpenApiMediaType>
        {
            ["application/problem+json"] = new OpenApiMediaType { Schema = schemas.Of(typeof(ProblemResponse)) },
        },
    };

    private IEnumerable<OpenApiSecurityRequirement> SecurityOf(AccessRule rule, string route) => rule.Scope switch
    {
        AccessScope.Public => [],
        AccessScope.Link => route.Contains("{secret}", StringComparison.Ordinal) ? [] : [Requirement("link")],
        _ => [[], Requirement("key"), Requirement("token"), Requirement("session")],
    };

    private OpenApiSecurityRequirement Requirement(string scheme) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    private static string TagOf(string route) => route.Split('/') switch
    {
        [_, "agreements", _, "items", _, ..] => "Items",
        [_, "agreements", ..] => "Agreements",
        [_, "items" or "overview" or "figures" or "reports" or "exports", ..] => "Lists",
        [_, "people" or "plans" or "calendars" or "registers" or "timetable", ..] => "Register",
        [_, "answers" or "rhythm" or "feeds", ..] => "Links",
        _ => "Operation",
    };

    private static MethodInfo MethodOf(string function) => typeof(FollowUpServices).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods()).Single(method => method.GetCustomAttribute<FunctionAttribute>()?.Name == function);

    private static string Camel(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";

    private static string InWords(string function)
    {
        string words = Humps().Replace(function, " $1").ToLower(CultureInfo.InvariantCulture);
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }

    private static string Reason(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => "Done, or as it is.",
        HttpStatusCode.Created => "Done, and new.",
        HttpStatusCode.Accepted => "Written down, to be done in its time.",
        HttpStatusCode.Found => "Leads to the page.",
        _ => "Not ready, and what is wrong.",
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Open();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Humps();
}
