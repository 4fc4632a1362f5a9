using Azure;
using FollowUp.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Delivery;

/// <summary>
/// Whether letters leave at all. Written down when the first letter is not taken, and removed when the next one is; in between, and while
/// all is well, nothing is written. That it cannot be written down never holds up a letter. For several threads.
/// </summary>
public sealed partial class MailHealth(MailHealthStore store, TimeProvider clock, ILogger<MailHealth> log)
{
    /// <summary>
    /// How long this host trusts what it saw last; another host may have written since. A timer reads the row every minute on one of the
    /// hosts; whoever hands over a letter on another one reads at most this often, so a warning comes, and goes, at most this late.
    /// </summary>
    private static readonly Duration TrustedFor = Duration.FromMinutes(10);

    private readonly Lock gate = new();

    /// <summary>As this host saw it last; null where all was well.</summary>
    private string? seen;

    private Instant seenAt = Instant.MinValue;

    /// <summary>A letter was not taken.</summary>
    public Task RecordFailure(string why, Instant now, CancellationToken cancel)
    {
        if (IsTrusted(why, now))
        {
            return Task.CompletedTask;
        }

        _ = Remember(why, now);
        return TryStore(() => store.Write(new(now, why), cancel));
    }

    /// <summary>A letter was taken, or refused by a server that is there.</summary>
    public async Task RecordSuccess(Instant now, CancellationToken cancel)
    {
        if (IsTrusted(null, now))
        {
            return;
        }

        if (Remember(null, now) is not null || await IsStored(cancel))
        {
            await TryStore(() => store.Remove(cancel));
        }
    }

    /// <summary>What is the matter now; null where letters leave, for all that is known.</summary>
    public async Task<MailTrouble?> Read(CancellationToken cancel)
    {
        MailTrouble? trouble = await store.Read(cancel);
        Saw(trouble);
        return trouble;
    }

    /// <summary>Somebody else has read it for this host, so the next letter that it hands over can end what another one wrote.</summary>
    public void Saw(MailTrouble? trouble) => _ = Remember(trouble?.Why, clock.Now());

    private async Task<bool> IsStored(CancellationToken cancel)
    {
        bool isStored = false;
        await TryStore(async () => isStored = await Read(cancel) is not null);
        return isStored;
    }

    private bool IsTrusted(string? why, Instant now)
    {
        lock (gate)
        {
            return seen == why && now - seenAt < TrustedFor;
        }
    }

    /// <returns>What was seen before.</returns>
    private string? Remember(string? why, Instant now)
    {
        lock (gate)
        {
            string? before = seen;
            (seen, seenAt) = (why, now);
            return before;
        }
    }

    private async Task TryStore(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception failure) when (failure is StoreUnavailableException or RequestFailedException)
        {
            // Nothing is trusted now, so the next letter writes it again.
            _ = Remember(null, Instant.MinValue);
            NotWritten(log, failure);
        }
    }

    [LoggerMessage(302, LogLevel.Warning, "Whether letters are taken could not be written down; the next letter does it")]
    private static partial void NotWritten(ILogger log, Exception failure);
}
