using System.Collections.Concurrent;
using FollowUp.Delivery;

namespace FollowUp.Lives;

/// <summary>Where all letters of a life arrive.</summary>
public sealed class Mailbox(TimeProvider clock) : ILetterChannel
{
    private readonly ConcurrentQueue<Arrival> arrived = new();

    /// <summary>In the order in which they were handed over.</summary>
    public IReadOnlyList<Arrival> Arrived => [.. arrived];

    /// <summary>Spans in which it takes nothing.</summary>
    public IReadOnlyList<Away> Closed { get; set; } = [];

    /// <summary>Called with each letter before it is taken; what this throws is what the app sees.</summary>
    public Action<RenderedLetter>? Before { get; set; }

    public Task<string?> Send(RenderedLetter letter, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (Closed.Any(span => span.Covers(now)))
        {
            throw new DeliveryDelayedException("The mailbox", new IOException("It is closed."));
        }

        Before?.Invoke(letter);
        arrived.Enqueue(new(now, letter));
        return Task.FromResult<string?>(null);
    }
}

/// <summary>A letter, and when it was handed over.</summary>
public sealed record Arrival(DateTimeOffset At, RenderedLetter Written);
