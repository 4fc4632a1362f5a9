using Azure;
using FollowUp.Delivery;
using FollowUp.Storage;
using FollowUp.Watching;
using NodaTime;

namespace FollowUp.Operations.Watching;

/// <summary>
/// Looks at what every alarm goes by. As long as all is well that is one request: what a sweep saw it has written down.
/// </summary>
public sealed class VitalSigns(
    TableClients tables, PulseStore pulse, WaitingLetters letters, MailHealth mail, FullItems full, EngineWatch engine, TimeProvider clock)
{
    /// <summary>Enough to find one that nobody has begun to write among those that are tried again and again.</summary>
    private const int LettersMax = 200;

    private readonly Instant watchedSince = clock.Now();
    private readonly Onset store = new();
    private readonly Onset refusal = new();

    /// <summary>When a sweep last came to its end, as this host read it last.</summary>
    private Instant? sweptAt;

    public async Task<Vitals> Read(Instant now, CancellationToken cancel)
    {
        Vitals seen = new(watchedSince) { EngineAway = engine.Away, Failed = engine.Failed };
        try
        {
            seen = await FromStore(seen, now, cancel);
            store.See(null, now);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or RequestFailedException)
        {
            store.See(WhatAils(failure), now);
        }

        refusal.See(tables.Refuses?.Says, now);
        return seen with { StoreAway = store.Current, StoreRefuses = refusal.Current, SweptAt = sweptAt };
    }

    private async Task<Vitals> FromStore(Vitals seen, Instant now, CancellationToken cancel)
    {
        PulseRows rows = await pulse.Read(cancel);
        mail.Saw(rows.Mail);
        sweptAt = rows.Sweep?.At;
        FullItemsTrouble? filled = rows.HasFullItems ? await full.Trouble(cancel) : null;
        return seen with
        {
            OldestDueAt = rows.Sweep?.OldestDueAt,
            OldestLetterAt = rows.Sweep?.OldestLetterAt,
            UnopenedSince = await Unopened(rows.Sweep?.OldestLetterAt, now, cancel),
            Mail = rows.Mail is { } silent ? new(silent.Since, silent.Why) : null,
            Full = filled is null ? null : new(filled.Since, filled.Words),
        };
    }

    /// <summary>Asked for only where some letter waits so long that it matters.</summary>
    private async Task<Instant?> Unopened(Instant? oldest, Instant now, CancellationToken cancel)
    {
        Instant before = now - AlarmRules.LettersMissedAfter;
        return oldest <= before
            ? (await letters.Read(before, LettersMax, cancel)).FirstOrDefault(letter => !letter.IsPacked)?.Key.Minute : null;
    }

    private static string WhatAils(Exception failure) => failure is RequestFailedException { Status: > 0 } refused
        ? $"the store refuses: {refused.Status} {refused.ErrorCode}" : StoreTrouble.Of(failure).Says;
}
