using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.LocalHost.Tests.Rig;

/// <summary>The wire between a host and its storage: it counts, and it can be cut, frozen, or lose an answer.</summary>
public sealed class Wire : HttpPipelineTransport
{
    private readonly HttpClientTransport inner = new();
    private TaskCompletionSource thawed = NewThaw(isDone: true);
    private int requests;

    /// <summary>From here on nothing gets through, as if the host had been killed.</summary>
    public bool IsCut { get; set; }

    /// <summary>Called with each request's method and path; an answer to a request for which it says true is lost on its way.</summary>
    public Func<string, bool> LosesAnswer { get; set; } = _ => false;

    /// <summary>The same, and the client library gives up at once.</summary>
    public Func<string, bool> BreaksAfter { get; set; } = _ => false;

    /// <summary>Called with each request's method and path before it goes out.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>Each request's method and path; it goes out when this is done.</summary>
    public Func<string, Task> Holds { get; set; } = _ => Task.CompletedTask;

    public int Requests => Volatile.Read(ref requests);

    public void Freeze() => thawed = NewThaw(isDone: false);

    public void Thaw() => thawed.TrySetResult();

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The host's storage is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        string what = $"{message.Request.Method} {message.Request.Uri.Path}";
        Before(what);
        await thawed.Task;
        await Holds(what);
        if (IsCut)
        {
            throw new WireCutException();
        }

        Interlocked.Increment(ref requests);
        await inner.ProcessAsync(message);
        if (LosesAnswer(what))
        {
            throw new IOException("The answer was lost.");
        }

        if (BreaksAfter(what))
        {
            throw new WireCutException();
        }
    }

    private static TaskCompletionSource NewThaw(bool isDone)
    {
        TaskCompletionSource thaw = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (isDone)
        {
            thaw.SetResult();
        }

        return thaw;
    }
}

/// <summary>Not an I/O error: those the client library tries again, for many seconds, and a killed host does not.</summary>
public sealed class WireCutException() : Exception("The wire is cut.");
