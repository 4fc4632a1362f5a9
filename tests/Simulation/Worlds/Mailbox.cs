using FollowUp.Delivery;
using FollowUp.Letters;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>A letter that arrived, and when.</summary>
public sealed record Arrival(Instant At, Letter Letter);

/// <summary>Where all letters of a world arrive; and where they are delayed, refused, or taken without a word.</summary>
public sealed class Mailbox(TimeProvider clock, Addresses addresses) : ILetterChannel
{
    private readonly Lock gate = new();
    private readonly List<Arrival> arrived = [];
    private readonly HashSet<string> refused = [];
    private Instant away = Instant.MinValue;

    public IReadOnlyList<Arrival> Arrived
    {
        get
        {
            lock (gate)
            {
                return [.. arrived];
            }
        }
    }

    /// <summary>Letters that are still to be taken although their sender hears of a failure.</summary>
    public int Mute { get; set; }

    /// <summary>Those that it took so, by their Message-ID.</summary>
    public HashSet<string> Muted { get; } = [];

    /// <summary>Called around each taking; a host that is killed there does not know whether its letter is out.</summary>
    public Action<string> Around { get; set; } = _ => { };

    public void DelayUntil(Instant until) => away = until;

    public void Refuse(string person) => refused.Add(person);

    public void Accept(string person) => refused.Remove(person);

    public Task<string?> Send(RenderedLetter letter, CancellationToken cancel)
    {
        Instant now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        Around("mail before");
        lock (gate)
        {
            if (now < away)
            {
                throw new DeliveryDelayedException("The mailbox", new IOException("It is full."));
            }

            if (addresses.Delays(letter.Letter.Address))
            {
                throw new DeliveryDelayedException("The mailbox", new IOException("Not there, not now."));
            }

            if (refused.Contains(letter.Letter.Recipient) || addresses.Refuses(letter.Letter.Address))
            {
                throw new DeliveryRefusedException("The mailbox", "nobody of that name");
            }

            arrived.Add(new(now, letter.Letter));
            if (Mute > 0)
            {
                Mute--;
                _ = Muted.Add(letter.Letter.MessageId);
                throw new DeliveryDelayedException(
                    "The mailbox", new IOException("The line went dead before the answer."))
                { IsIndeterminate = true };
            }
        }

        Around("mail after");
        return Task.FromResult<string?>(null);
    }
}
