using Azure.Core;
using Azure.Core.Pipeline;
using FollowUp.Tables;
using FollowUp.Tables.Http;

namespace FollowUp.TableService;

/// <summary>
/// The wire between one host and its tables: counts what goes through, and asks <see cref="Policy"/> about every request what is to
/// go wrong with it.
/// </summary>
/// <param name="stragglers">Where late requests wait; wires of several hosts may share it.</param>
public sealed class FaultyWire(HttpPipelineTransport inner, Stragglers? stragglers = null) : HttpPipelineTransport
{
    private static readonly ResponseFactory Service = new(TimeProvider.System);

    private readonly Lock gate = new();
    private readonly Stragglers late = stragglers ?? new();
    private volatile bool isCut;
    private long requests;

    /// <summary>Called for one request at a time, in the order of their numbers.</summary>
    public Func<WireRequest, Fault> Policy { get; set; } = _ => Fault.None;

    /// <summary>
    /// Whether the client tries again what failed. It waits for that in real time, whatever clock the host lives by; without,
    /// its caller sees every failure at once, and <see cref="Fault.IsSentTwice"/> still shows what trying again does.
    /// </summary>
    public bool IsTriedAgain { get; init; } = true;

    /// <summary>Every request that was sent, whatever became of it; those that a cut wire refused are not among them.</summary>
    public long Requests => Volatile.Read(ref requests);

    public bool IsCut => isCut;

    /// <summary>
    /// The host is dead: nothing gets through any more, and the answers of what is under way do not arrive. Its client sees
    /// <see cref="WireCutException"/>, and does not try again.
    /// </summary>
    public void Cut() => isCut = true;

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message)
    {
        Fault fault = Begin(message);
        for (int times = TimesOf(fault); times > 0; times--)
        {
            Forget(message);
            inner.Process(message);
        }

        End(message, fault);
    }

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Fault fault = Begin(message);
        for (int times = TimesOf(fault); times > 0; times--)
        {
            Forget(message);
            await inner.ProcessAsync(message);
        }

        End(message, fault);
    }

    private Fault Begin(HttpMessage message)
    {
        Fault fault;
        lock (gate)
        {
            Demand();
            fault = Policy(new(message.Request, ++requests));
        }

        if (!IsTriedAgain && message.ResponseClassifier is not NeverAgain)
        {
            message.ResponseClassifier = new NeverAgain(message.ResponseClassifier);
        }

        return fault;
    }

    private static int TimesOf(Fault fault) => fault.Kind switch
    {
        FaultKind.FailsBefore or FaultKind.CutsBefore or FaultKind.IsBusy or FaultKind.IsLate => 0,
        FaultKind.IsSentTwice => 2,
        _ => 1,
    };

    private static void Forget(HttpMessage message)
    {
        if (message.HasResponse)
        {
            message.Response.Dispose();
        }
    }

    private void End(HttpMessage message, Fault fault)
    {
        late.Pass();
        switch (fault.Kind)
        {
            case FaultKind.CutsBefore or FaultKind.CutsAfter:
                Cut();
                break;
            case FaultKind.IsBusy or FaultKind.IsBusyAfter:
                message.Response = Busy(message, fault);
                break;
            case FaultKind.IsLate:
                late.Add(inner, Copies.Of(message, inner), fault.Requests);
                break;
        }

        // A dead host hears nothing, not even that something failed.
        Demand();
        if (fault.Kind is FaultKind.FailsBefore or FaultKind.LosesAnswer or FaultKind.IsLate)
        {
            throw new IOException($"The wire: {fault.Kind}.");
        }
    }

    private static PlainResponse Busy(HttpMessage message, Fault fault)
    {
        Refusal refusal = fault.Status == 429 ? Refusal.TooManyRequests : Refusal.ServerBusy with { Status = fault.Status };
        PlainResponse answer = Service.Refused(refusal, fault.RetryAfter);
        answer.ClientRequestId = message.Request.ClientRequestId;
        return answer;
    }

    private void Demand()
    {
        if (isCut)
        {
            throw new WireCutException();
        }
    }
}

/// <summary>Not an I/O error: those the client library tries again, for many seconds, and a killed host does not.</summary>
public sealed class WireCutException() : Exception("The wire is cut.");
