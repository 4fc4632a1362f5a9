using Azure.Core;
using Azure.Core.Pipeline;

namespace FollowUp.TableService;

/// <summary>
/// Requests that their senders gave up and that are done all the same, later. Wires that share one of these let the request of a
/// host that died be done between those of its successor.
/// </summary>
public sealed class Stragglers
{
    private readonly Lock gate = new();
    private readonly List<Straggler> waiting = [];
    private int count;

    public int Count => Volatile.Read(ref count);

    /// <summary>Everything that is still on its way is done now.</summary>
    public void Arrive() => Do(_ => true);

    internal void Add(HttpPipelineTransport inner, HttpMessage message, int requests)
    {
        lock (gate)
        {
            waiting.Add(new(inner, message) { Left = requests });
            count = waiting.Count;
        }
    }

    /// <summary>Another request has passed.</summary>
    internal void Pass()
    {
        if (Count > 0)
        {
            Do(straggler => --straggler.Left <= 0);
        }
    }

    /// <summary>In the order in which they were sent. Their answers interest nobody any more.</summary>
    private void Do(Func<Straggler, bool> isDue)
    {
        List<Straggler> due;
        lock (gate)
        {
            due = [.. waiting.Where(isDue)];
            _ = waiting.RemoveAll(due.Contains);
            count = waiting.Count;
        }

        foreach (Straggler straggler in due)
        {
            straggler.Inner.Process(straggler.Message);
            straggler.Message.Dispose();
        }
    }

    private sealed class Straggler(HttpPipelineTransport inner, HttpMessage message)
    {
        public HttpPipelineTransport Inner => inner;

        public HttpMessage Message => message;

        public int Left { get; set; }
    }
}
