using System.Collections.Concurrent;
using FollowUp.Notices;

namespace FollowUp.Lives;

/// <summary>Where all letters of a life arrive.</summary>
public sealed class Mailbox(TimeProvider clock) : ILetterChannel
{
    private readonly ConcurrentQueue<Arrival> arrived = new();

    /// <summary>In the order in which they were handed over.</summary>
    public IReadOnlyList<Arrival> Arrived => [.. arrived];

    public Task Send(WrittenLetter letter, CancellationToken cancel)
    {
        arrived.Enqueue(new(clock.GetUtcNow(), letter));
        return Task.CompletedTask;
    }
}

/// <summary>A letter, and when it was handed over.</summary>
public sealed record Arrival(DateTimeOffset At, WrittenLetter Written);
