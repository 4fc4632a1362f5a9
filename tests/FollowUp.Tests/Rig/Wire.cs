using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.Tests.Rig;

/// <summary>The wire between a host and its storage: it counts, it can be cut, and it can lose requests and answers.</summary>
/// <param name="store">Where it leads; null for HTTP.</param>
public sealed class Wire(HttpPipelineTransport? store = null) : HttpPipelineTransport
{
    private readonly HttpPipelineTransport inner = store ?? new HttpClientTransport();
    private readonly TaskCompletionSource cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int requests;

    public bool IsCut => cut.Task.IsCompleted;

    public Task WhenCut => cut.Task;

    /// <summary>Called with each request in words before it goes out; may throw instead.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>Called with each request in words once the store has obeyed it; may throw, and the answer is lost.</summary>
    public Action<string> After { get; set; } = _ => { };

    /// <summary>Requests for which this is true are obeyed, and answered with 503 all the same.</summary>
    public Func<string, bool> AnswersBusy { get; set; } = _ => false;

    public int Requests => Volatile.Read(ref requests);

    /// <summary>From here on nothing gets through, as if the host had been killed.</summary>
    public void Cut() => cut.TrySetResult();

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The app's storage is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        string what = InWords(message.Request);
        Before(what);
        Demand();
        _ = Interlocked.Increment(ref requests);
        await inner.ProcessAsync(message);

        // The answer of a request that was under way when the wire was cut does not arrive either.
        Demand();
        After(what);
        if (AnswersBusy(what))
        {
            message.Response = new BusyResponse(message.Request.ClientRequestId);
        }
    }

    private void Demand()
    {
        if (IsCut)
        {
            throw new WireCutException();
        }
    }

    /// <summary>"GET /town1/Due()"; of a transaction also each row's method and address.</summary>
    private static string InWords(Request request)
    {
        string words = $"{request.Method} {request.Uri.Path}";
        if (request.Content is null || !request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            return words;
        }

        using MemoryStream body = new();
        request.Content.WriteTo(body, CancellationToken.None);
        IEnumerable<string> rows = Encoding.UTF8.GetString(body.ToArray()).Split('\n')
            .Where(line => line.Contains(" HTTP/1.1", StringComparison.Ordinal));
        return $"{words} {string.Join(' ', rows)}";
    }
}

/// <summary>Not an I/O error: those the client library tries again, for many seconds, and a killed host does not.</summary>
public sealed class WireCutException() : Exception("The wire is cut.");
