using System.Text.Json.Nodes;

namespace FollowUp.RealWorker.Protocol;

/// <summary>A function as its worker describes it.</summary>
internal sealed class WorkerFunction(RpcFunctionMetadata metadata)
{
    private readonly IReadOnlyList<JsonObject> bindings = [.. metadata.RawBindings.Select(raw => JsonNode.Parse(raw)!.AsObject())];

    public RpcFunctionMetadata Metadata => metadata;

    public string Name => metadata.Name;

    public string Id => metadata.FunctionId;

    public JsonObject Trigger => bindings.Single(binding => TypeOf(binding).EndsWith("Trigger", StringComparison.Ordinal));

    /// <summary>Like <c>httpTrigger</c>.</summary>
    public string TriggerType => TypeOf(Trigger);

    /// <summary>The parameter that its trigger gives a value.</summary>
    public string TriggerParameter => (string)Trigger["name"]!;

    /// <summary>The parameters that take a client of the task hub.</summary>
    public IEnumerable<string> ClientParameters =>
        bindings.Where(binding => TypeOf(binding) == "durableClient").Select(binding => (string)binding["name"]!);

    public override string ToString() => Name;

    private static string TypeOf(JsonObject binding) => (string)binding["type"]!;
}
