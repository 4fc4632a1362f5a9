using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace FollowUp.Tests.Http.Rig.Contract;

/// <summary>A call as the contract has it, at an address of something that <see cref="Office"/> has.</summary>
internal sealed record ContractCall(string Function, string Method, string Path, JsonObject Said, JsonNode Contract)
{
    public IEnumerable<(string Name, JsonNode Schema)> Options =>
        Parameters("query").Select(option => ((string)option["name"]!, Resolved(option["schema"]!)));

    public IEnumerable<string> Required =>
        Parameters("query").Where(option => (bool?)option["required"] == true).Select(option => (string)option["name"]!);

    public IEnumerable<string> Headers => Parameters("header").Select(header => (string)header["name"]!);

    /// <summary>The schema of its JSON; null where it takes none.</summary>
    public JsonNode? Body => Said["requestBody"]?["content"]?[Operation.Json]?["schema"] is { } schema ? Resolved(schema) : null;

    public static IEnumerable<ContractCall> All(JsonNode contract) =>
        from trigger in ContractWriter.Described
        from method in trigger.Methods.Except(["HEAD"])
        let said = contract["paths"]![$"/{trigger.Route}"]![method.ToLowerInvariant()]!.AsObject()
        select new ContractCall(trigger.Function, method, trigger.Path, said, contract);

    /// <summary>JSON, where the call takes it; else something of what it takes. Null where it takes nothing.</summary>
    public HttpContent? Content(JsonNode body) =>
        Body is null ? AnyContent() : new StringContent(body.ToJsonString(), MediaTypeHeaderValue.Parse(Operation.Json));

    /// <summary>Of the last kind that it takes, which is the one that takes options. Null where it takes nothing.</summary>
    public HttpContent? AnyContent() =>
        Said["requestBody"]?["content"]?.AsObject().Select(content => content.Key).LastOrDefault() is { } type
            ? new StringContent("{}", MediaTypeHeaderValue.Parse(type == "*/*" ? "text/plain" : type))
            : null;

    public override string ToString() => $"{Method} {Path}";

    internal JsonNode Resolved(JsonNode schema) => SampleBody.Resolved(Contract, schema);

    private IEnumerable<JsonNode> Parameters(string place) => (Said["parameters"]?.AsArray() ?? [])
        .Select(parameter => SampleBody.Resolved(Contract, parameter!)).Where(parameter => (string)parameter["in"]! == place);
}
