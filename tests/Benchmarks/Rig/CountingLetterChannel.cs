using FollowUp.Delivery;

namespace FollowUp.Benchmarks.Rig;

/// <summary>Where letters arrive and cost nothing: what is measured is what it takes to write them.</summary>
internal sealed class CountingLetterChannel(TimeProvider clock) : ILetterChannel
{
    private readonly Lock gate = new();
    private readonly List<(DateTimeOffset At, int Notices)> arrived = [];

    public IReadOnlyList<(DateTimeOffset At, int Notices)> Arrived
    {
        get
        {
            lock (gate)
            {
                return [.. arrived];
            }
        }
    }

    public Task<string?> Send(RenderedLetter letter, CancellationToken cancel)
    {
        lock (gate)
        {
            arrived.Add((clock.GetUtcNow(), letter.Letter.Notices.Count));
        }

        return Task.FromResult<string?>(null);
    }

    public void Reset()
    {
        lock (gate)
        {
            arrived.Clear();
        }
    }
}
