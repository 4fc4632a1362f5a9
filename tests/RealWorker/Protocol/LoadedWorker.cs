using System.Globalization;
using Google.Protobuf.Collections;

namespace FollowUp.RealWorker.Protocol;

/// <summary>A worker that was told all that Azure's host tells it before the first call, and its functions.</summary>
internal sealed class LoadedWorker
{
    private readonly WorkerLink link;
    private readonly string hubClient;
    private long invocations;

    private LoadedWorker(WorkerLink link, Uri http, IReadOnlyList<WorkerFunction> functions, string hubClient) =>
        (this.link, Http, Functions, this.hubClient) = (link, http, functions, hubClient);

    /// <summary>Where it says that it takes HTTP calls; it may take a moment until it does.</summary>
    public Uri Http { get; }

    public IReadOnlyList<WorkerFunction> Functions { get; }

    public WorkerLink Link => link;

    /// <param name="folder">Where the app is.</param>
    /// <param name="hubClient">What the host's Durable extension gives to each <c>[DurableClient]</c>.</param>
    /// <exception cref="WorkerFailedException">It cannot start, or a function cannot be loaded.</exception>
    public static async Task<LoadedWorker> Load(WorkerLink link, string folder, string hubClient, CancellationToken cancel)
    {
        WorkerInitRequest begin = new() { HostVersion = "4.1037.0", WorkerDirectory = folder, FunctionAppDirectory = folder };
        WorkerInitResponse begun = (await link.Ask(new() { WorkerInitRequest = begin }, cancel)).WorkerInitResponse;
        Demand(begun.Result, "The worker does not start");

        StreamingMessage indexed = await link.Ask(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = folder } }, cancel);
        Demand(indexed.FunctionMetadataResponse.Result, "The functions cannot be listed");
        List<WorkerFunction> functions =
            [.. indexed.FunctionMetadataResponse.FunctionMetadataResults.Select(metadata => new WorkerFunction(metadata))];
        foreach (WorkerFunction function in functions)
        {
            StreamingMessage loaded =
                await link.Ask(new() { FunctionLoadRequest = new() { FunctionId = function.Id, Metadata = function.Metadata } }, cancel);
            Demand(loaded.FunctionLoadResponse.Result, $"{function} cannot be loaded");
        }

        return new(link, new(begun.Capabilities["HttpUri"]), functions, hubClient);
    }

    public WorkerFunction Function(string name) => Functions.Single(function => function.Name == name);

    /// <summary>As the host numbers its invocations; a call over HTTP names its own in a header.</summary>
    public string NewInvocation() => $"{link.WorkerId}.{Interlocked.Increment(ref invocations).ToString(CultureInfo.InvariantCulture)}";

    /// <returns>What the function returned.</returns>
    /// <exception cref="WorkerFailedException">It threw.</exception>
    public async Task<TypedData?> Call(WorkerFunction function, TypedData trigger, CancellationToken cancel)
    {
        InvocationResponse answer = await Invoke(function, NewInvocation(), trigger, [], cancel);
        Demand(answer.Result, $"{function} failed");
        return answer.ReturnValue;
    }

    /// <param name="metadata">What the trigger says beside its value: the parts of a route.</param>
    public async Task<InvocationResponse> Invoke(
        WorkerFunction function, string invocation, TypedData? trigger, IEnumerable<KeyValuePair<string, string>> metadata,
        CancellationToken cancel)
    {
        // Without a trace context, if only an empty one, the worker does not take it.
        InvocationRequest request = new() { InvocationId = invocation, FunctionId = function.Id, TraceContext = new() };
        if (trigger is not null)
        {
            request.InputData.Add(new ParameterBinding { Name = function.TriggerParameter, Data = trigger });
        }

        foreach (string client in function.ClientParameters)
        {
            request.InputData.Add(new ParameterBinding { Name = client, Data = new() { String = hubClient } });
        }

        MapField<string, TypedData> parts = request.TriggerMetadata;
        foreach ((string name, string value) in metadata)
        {
            parts.Add(name, new() { String = value });
        }

        return (await link.Ask(new() { InvocationRequest = request }, cancel)).InvocationResponse;
    }

    private static void Demand(StatusResult result, string what)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new WorkerFailedException(what, result.Exception);
        }
    }
}

/// <summary>The worker did not do what it was told.</summary>
internal sealed class WorkerFailedException(string what, RpcException? cause)
    : Exception($"{what}: {cause?.Type} {cause?.Message}\n{cause?.StackTrace}")
{
    /// <summary>In the worker's words; null where it had none.</summary>
    public RpcException? Cause => cause;
}
