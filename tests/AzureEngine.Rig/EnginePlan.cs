using System.Collections.Concurrent;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using DurableTask.AzureStorage;
using DurableTask.Core;

namespace FollowUp.AzureEngine;

/// <summary>What may be chosen about an engine.</summary>
/// <param name="Connection">The account in which its hub lies.</param>
public sealed record EnginePlan(string Connection)
{
    private const string Hub = "followuphub";

    /// <summary>
    /// Whether timers and delayed starts go by the host's clock, which a test drives; else by the queues' own, which is the real one.
    /// </summary>
    public bool DrivesTime { get; init; } = true;

    /// <summary>Told of each step before it is taken, with its history, to which what the code decides is added.</summary>
    public Action<OrchestrationRuntimeState>? Steps { get; init; }

    /// <summary>
    /// Orchestrations that do not begin although the app starts them, by name: whoever measures them starts them when all is ready.
    /// </summary>
    public Func<string, bool> Withholds { get; init; } = _ => false;

    public int Partitions { get; init; } = 1;

    /// <summary>How long an idle queue is left alone at most.</summary>
    public TimeSpan Polling { get; init; } = TimeSpan.FromMilliseconds(100);

    public int StepsAtOnce { get; init; } = 20;

    public int ActivitiesAtOnce { get; init; } = 20;

    /// <summary>What is not due yet by a driven clock belongs to the hub, as what is in its queues does.</summary>
    internal ConcurrentDictionary<string, HeldMessage> Held { get; } = [];

    internal IEnumerable<string> Queues =>
        [$"{Hub}-workitems", .. Enumerable.Range(0, Partitions).Select(n => $"{Hub}-control-{n:D2}")];

    /// <summary>As the Functions host sets it, except for what can be chosen here.</summary>
    internal AzureStorageOrchestrationServiceSettings Settings(RequestCounter counter) => new()
    {
        TaskHubName = Hub,
        StorageAccountClientProvider = new(
            StorageServiceClientProvider.ForBlob(Connection, Counted(new BlobClientOptions(), counter)),
            StorageServiceClientProvider.ForQueue(Connection, Counted(new QueueClientOptions(), counter)),
            StorageServiceClientProvider.ForTable(Connection, Counted(new TableClientOptions(), counter))),
        PartitionCount = Partitions,
        MaxQueuePollingInterval = Polling,
        MaxConcurrentTaskOrchestrationWorkItems = StepsAtOnce,
        MaxConcurrentTaskActivityWorkItems = ActivitiesAtOnce,
        ThrowExceptionOnInvalidDedupeStatus = true,
        UseAppLease = false,
    };

    private static T Counted<T>(T options, RequestCounter counter)
        where T : ClientOptions
    {
        // The position that is called once for each try, as a store would count.
        options.AddPolicy(counter, HttpPipelinePosition.PerRetry);
        return options;
    }
}
