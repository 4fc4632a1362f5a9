using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.Benchmarks.Rig;

/// <summary>
/// What goes to the store: how many requests of which kind for which table, and when which lines of the ledger were answered for.
/// It reads the batches that pass; nobody is asked for it.
/// </summary>
internal sealed class StoreTraffic(HttpPipelineTransport inner, TimeProvider clock) : HttpPipelineTransport
{
    private static readonly byte[] Planned = "\"State\":\"Planned\""u8.ToArray();
    private static readonly byte[] Sent = "\"State\":\"Sent\""u8.ToArray();

    private readonly ConcurrentDictionary<string, int> kinds = [];
    private int requests;

    public int Requests => Volatile.Read(ref requests);

    /// <summary>Lines that were written down as to be sent.</summary>
    public EventTimes Decided { get; } = new();

    /// <summary>Lines that were marked as sent.</summary>
    public EventTimes Marked { get; } = new();

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The app's storage is asynchronous.");

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Interlocked.Increment(ref requests);
        if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            return Batch(message);
        }

        CountAs(KindOf(message.Request));
        return inner.ProcessAsync(message);
    }

    private async ValueTask Batch(HttpMessage message)
    {
        (StreamSearch decided, StreamSearch marked) = (new(Planned), new(Sent));
        ScannedBatch batch = new(message.Request.Content!, [decided, marked]);
        message.Request.Content = batch;
        await inner.ProcessAsync(message);
        CountAs($"{batch.Table} batch");
        if (!message.Response.IsError)
        {
            DateTimeOffset now = clock.GetUtcNow();
            Decided.Record(decided.Count, now);
            Marked.Record(marked.Count, now);
        }
    }

    private void CountAs(string kind) => kinds.AddOrUpdate(kind, 1, (_, so) => so + 1);

    /// <summary>Counts from nothing again.</summary>
    public void Reset()
    {
        Interlocked.Exchange(ref requests, 0);
        kinds.Clear();
        Decided.Reset();
        Marked.Reset();
    }

    /// <summary>How often which.</summary>
    public IReadOnlyDictionary<string, int> RequestsByKind => new Dictionary<string, int>(kinds);

    /// <summary>"Agreements GET", "Due GET query".</summary>
    private static string KindOf(Request request)
    {
        string name = request.Uri.Path.Split('/')[^1];
        bool isQuery = request.Method == RequestMethod.Get && name.EndsWith("()", StringComparison.Ordinal);
        return $"{name.Split('(')[0]} {request.Method}{(isQuery ? " query" : "")}";
    }
}
