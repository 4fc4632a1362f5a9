using FollowUp.Delivery;

namespace FollowUp.Benchmarks.Rig;

/// <summary>Where letters arrive and cost nothing: what is measured is what it takes to write them.</summary>
sealed class LetterBox(TimeProvider clock) : ILetterChannel
{
    readonly Lock gate = new();
    readonly List<(DateTimeOffset At, int Notices)> arrived = [];

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

    public Task Send(WrittenLetter letter, CancellationToken cancel)
    {
        lock (gate)
        {
            arrived.Add((clock.GetUtcNow(), letter.Letter.Notices.Count));
        }

        return Task.CompletedTask;
    }

    public void Forget()
    {
        lock (gate)
        {
            arrived.Clear();
        }
    }
}
