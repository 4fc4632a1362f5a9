using System.Collections.Concurrent;
using FollowUp.Benchmarks.Rig;
using Quartz;

namespace FollowUp.Benchmarks.Peers;

/// <summary>Which triggers fired, how often, and when.</summary>
internal sealed class FiredReminders(TimeProvider clock)
{
    private readonly ConcurrentDictionary<TriggerKey, int> firings = [];
    private readonly EventTimes times = new();

    public int Count => times.Count;

    public IReadOnlyList<DateTimeOffset> Times => times.Times;

    public void Record(TriggerKey trigger)
    {
        firings.AddOrUpdate(trigger, 1, (_, before) => before + 1);
        times.Record(1, clock.GetUtcNow());
    }

    /// <exception cref="InvalidOperationException">Another number of triggers fired, or one of them twice.</exception>
    public void RequireOnce(int expected)
    {
        if (firings.Count != expected || Count != expected)
        {
            throw new InvalidOperationException($"{firings.Count} triggers fired {Count} times; {expected} should have, once each.");
        }
    }
}
