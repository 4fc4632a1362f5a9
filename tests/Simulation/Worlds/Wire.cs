using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.Simulation.Worlds;

/// <summary>What a wire does to a request, once.</summary>
/// <param name="Kind"><c>kill-before</c>, <c>kill-after</c>, <c>lost</c>, <c>late</c>, <c>busy</c> or <c>busy-obeyed</c>.</param>
/// <param name="Where"><c>any</c>, <c>read</c>, <c>commit</c>, <c>index</c> or <c>hub</c>.</param>
public sealed record Fault(string Kind, string Where)
{
    /// <summary>How many such requests pass before it strikes.</summary>
    public int After { get; set; }

    /// <summary>How many it strikes.</summary>
    public int Times { get; set; } = 1;
}

/// <summary>Between a host and the world's tables: it can be cut, can stand still, and does what its faults say.</summary>
public sealed class Wire(HttpPipelineTransport store) : HttpPipelineTransport
{
    /// <summary>With a signature that is there already: signing every request anew takes longer than answering it.</summary>
    public const string Connection = "TableEndpoint=https://tables.invalid/memory;SharedAccessSignature=sv=2019-02-02&sig=none";

    private readonly TaskCompletionSource cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private readonly List<Fault> armed = [];
    private readonly List<HttpMessage> late = [];
    private TaskCompletionSource? frozen;
    private long requests;

    public bool IsCut => cut.Task.IsCompleted;

    public Task WhenCut => cut.Task;

    public bool IsFrozen => frozen is not null;

    public long Requests => Interlocked.Read(ref requests);

    /// <summary>Called when a fault strikes.</summary>
    public Action<Fault> Struck { get; init; } = _ => { };

    public void Arm(Fault fault)
    {
        lock (gate)
        {
            armed.Add(fault);
        }
    }

    public void Disarm()
    {
        lock (gate)
        {
            armed.Clear();
        }
    }

    public void Cut()
    {
        _ = cut.TrySetResult();
        Thaw();
    }

    public void Freeze() => frozen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Thaw()
    {
        TaskCompletionSource? thawed = frozen;
        frozen = null;
        _ = thawed?.TrySetResult();
    }

    /// <summary>What was given up by the host arrives at the store after all.</summary>
    public void DeliverLate()
    {
        lock (gate)
        {
            foreach (HttpMessage message in late)
            {
                store.Process(message);
            }

            late.Clear();
        }
    }

    public override Request CreateRequest() => store.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The app's storage is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (frozen is { } ice)
        {
            await ice.Task.WaitAsync(message.CancellationToken);
        }

        Demand();
        _ = Interlocked.Increment(ref requests);
        switch (Take(message.Request)?.Kind)
        {
            case "kill-before":
                Cut();
                break;
            case "kill-after":
                Pass(message);
                Cut();
                break;
            case "busy":
                message.Response = new Busy(message.Request.ClientRequestId);
                return;
            case "busy-obeyed":
                Pass(message);
                message.Response = new Busy(message.Request.ClientRequestId);
                return;
            case "lost":
                Pass(message);
                throw new IOException("The answer was lost.");
            case "late":
                Postpone(message.Request);
                throw new IOException("Nobody knows where the request is.");
            default:
                Pass(message);
                return;
        }

        Demand();
    }

    /// <summary>What carries the requests may itself be cut: then this host is as dead.</summary>
    private void Pass(HttpMessage message)
    {
        try
        {
            store.Process(message);
        }
        catch (TableService.WireCutException)
        {
            Cut();
            throw;
        }
    }

    private Fault? Take(Request request)
    {
        lock (gate)
        {
            if (armed.Count == 0)
            {
                return null;
            }

            string where = WhereOf(request);
            foreach (Fault fault in armed.Where(fault => fault.Where == "any" || fault.Where == where).ToList())
            {
                if (fault.After-- > 0)
                {
                    continue;
                }

                if (--fault.Times <= 0)
                {
                    _ = armed.Remove(fault);
                }

                Struck(fault);
                return fault;
            }

            return null;
        }
    }

    private static string WhereOf(Request request)
    {
        if (request.Method == RequestMethod.Get)
        {
            return "read";
        }

        string path = Uri.UnescapeDataString(request.Uri.Path);
        if (path.EndsWith("$batch", StringComparison.Ordinal))
        {
            string body = Encoding.UTF8.GetString(Bytes(request.Content!));
            return body.Contains("/FollowUpHub", StringComparison.Ordinal) ? "hub" : body.Contains("/Agreements", StringComparison.Ordinal)
                ? "commit"
                : "index";
        }

        return path.Contains("FollowUpHub", StringComparison.Ordinal) ? "hub" : "index";
    }

    private void Postpone(Request request)
    {
        Request copy = store.CreateRequest();
        copy.Method = request.Method;
        copy.Uri.Reset(request.Uri.ToUri());
        copy.ClientRequestId = request.ClientRequestId;
        foreach (HttpHeader header in request.Headers)
        {
            copy.Headers.SetValue(header.Name, header.Value);
        }

        copy.Content = request.Content is null ? null : RequestContent.Create(Bytes(request.Content));
        lock (gate)
        {
            late.Add(new(copy, ResponseClassifier));
        }
    }

    private static ResponseClassifier ResponseClassifier { get; } = new();

    private static byte[] Bytes(RequestContent content)
    {
        using MemoryStream body = new();
        content.WriteTo(body, CancellationToken.None);
        return body.ToArray();
    }

    private void Demand()
    {
        if (IsCut)
        {
            throw new WireCutException();
        }
    }
}

/// <summary>Not an I/O error: those the client library tries again, for many seconds, and a killed host does not.</summary>
public sealed class WireCutException() : Exception("The wire is cut.");
