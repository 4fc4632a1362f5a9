using System.Collections.Concurrent;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.Benchmarks.Rig;

/// <summary>
/// What goes to the store: how many requests of which kind for which table, and when which lines of the ledger were answered for.
/// It reads the batches that pass; nobody is asked for it.
/// </summary>
sealed class Traffic(HttpPipelineTransport inner, TimeProvider clock) : HttpPipelineTransport
{
    readonly ConcurrentDictionary<string, int> kinds = [];

    /// <summary>Used again: what is measured is not to pay for being looked at.</summary>
    readonly ConcurrentBag<MemoryStream> pages = [];
    int requests;

    public int Requests => Volatile.Read(ref requests);

    /// <summary>Lines that were written down as to be sent.</summary>
    public Sightings Decided { get; } = new("\"State\":\"Planned\""u8.ToArray());

    /// <summary>Lines that were marked as sent.</summary>
    public Sightings Marked { get; } = new("\"State\":\"Sent\""u8.ToArray());

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The app's storage is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Interlocked.Increment(ref requests);
        MemoryStream page = pages.TryTake(out MemoryStream? used) ? used : new();
        ReadOnlyMemory<byte> batch = BatchOf(message.Request, page);
        kinds.AddOrUpdate(KindOf(message.Request, batch.Span), 1, (_, so) => so + 1);
        await inner.ProcessAsync(message);
        if (!message.Response.IsError)
        {
            DateTimeOffset now = clock.GetUtcNow();
            Decided.Look(batch.Span, now);
            Marked.Look(batch.Span, now);
        }

        page.SetLength(0);
        pages.Add(page);
    }

    /// <summary>Counts from nothing again.</summary>
    public void Forget()
    {
        Interlocked.Exchange(ref requests, 0);
        kinds.Clear();
        Decided.Forget();
        Marked.Forget();
    }

    /// <summary>How often which.</summary>
    public IReadOnlyDictionary<string, int> Kinds => new Dictionary<string, int>(kinds);

    static ReadOnlyMemory<byte> BatchOf(Request request, MemoryStream page)
    {
        if (request.Content is null || !request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            return default;
        }

        request.Content.WriteTo(page, CancellationToken.None);
        ReadOnlyMemory<byte> batch = page.GetBuffer().AsMemory(0, (int)page.Length);

        // To write it once more would cost what nobody asks of the app.
        request.Content = RequestContent.Create(batch);
        return batch;
    }

    /// <summary>"Agreements GET", "Due GET query", "Agreements batch".</summary>
    static string KindOf(Request request, ReadOnlySpan<byte> batch)
    {
        if (batch.IsEmpty)
        {
            string name = request.Uri.Path.Split('/')[^1];
            bool isQuery = request.Method == RequestMethod.Get && name.EndsWith("()", StringComparison.Ordinal);
            return $"{name.Split('(')[0]} {request.Method}{(isQuery ? " query" : "")}";
        }

        int end = batch.IndexOf(" HTTP/1.1"u8);
        string address = Encoding.UTF8.GetString(batch[..end]);
        return $"{address[(address.LastIndexOf('/') + 1)..].Split('(')[0]} batch";
    }
}
