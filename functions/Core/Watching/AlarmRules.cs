using NodaTime;

namespace FollowUp.Watching;

/// <summary>Which alarms stand, by what is seen. The gravest first.</summary>
public static class AlarmRules
{
    /// <summary>A sweep comes every minute, and takes three at most; a host that is replaced takes some more.</summary>
    public static readonly Duration SweepMissedAfter = Duration.FromMinutes(10);

    /// <summary>Its own clock and a dozen sweeps have missed it.</summary>
    public static readonly Duration LateAfter = Duration.FromMinutes(15);

    /// <summary>Mail servers close for minutes, and letters are tried again after one, two and four.</summary>
    public static readonly Duration LettersMissedAfter = Duration.FromMinutes(10);

    /// <summary>What is away for a moment is back before anybody could do something about it.</summary>
    public static readonly Duration AwayAfter = Duration.FromMinutes(3);

    /// <summary>Whoever looks once a minute sees the sweep of the minute before, or of its own.</summary>
    private static readonly Duration GoodFor = Duration.FromMinutes(2);

    /// <summary>
    /// What follows from another is left out: of a store that is away nothing else is known, so only the engine, which may have one of its
    /// own, is told beside it.
    /// </summary>
    public static IReadOnlyList<Alarm> Standing(Vitals seen, Instant now)
    {
        Alarm?[] store = [Lasting(AlarmNames.StoreAway, seen.StoreAway, now), Engine(seen, now)];
        Alarm?[] all = seen.StoreAway is not null ? store :
        [
            Lasting(AlarmNames.StoreRefuses, seen.StoreRefuses, now), NoSweep(seen, now), Engine(seen, now), Late(seen, now),
            Letters(seen, now), Poison(seen), seen.Full is { } full ? new(AlarmNames.ItemsFull, full.Since, full.Why) : null,
        ];
        return [.. all.OfType<Alarm>()];
    }

    /// <summary>Whether somebody outside is to hear that all is well: a sweep has just come to its end, and no alarm stands.</summary>
    public static bool IsWell(Vitals seen, IReadOnlyList<Alarm> standing, Instant now) =>
        standing is [] && seen.SweptAt is { } swept && now - swept < GoodFor;

    private static Alarm? Lasting(string name, Trouble? trouble, Instant now) =>
        trouble is not null && now - trouble.Since >= AwayAfter ? new(name, trouble.Since, trouble.Why) : null;

    /// <summary>What was before anybody looked is no fault of the clock: the host was down, and that is over.</summary>
    private static Alarm? NoSweep(Vitals seen, Instant now)
    {
        Instant last = seen.SweptAt > seen.WatchedSince ? seen.SweptAt.Value : seen.WatchedSince;
        return now - last >= SweepMissedAfter ? new(AlarmNames.NoSweep, last) : null;
    }

    private static Alarm? Engine(Vitals seen, Instant now) =>
        Lasting(AlarmNames.EngineAway, seen.EngineAway, now)
        ?? (seen.UnopenedSince is { } since && now - since >= LettersMissedAfter ? new(AlarmNames.EngineAway, since) : null);

    private static Alarm? Late(Vitals seen, Instant now) =>
        seen.OldestDueAt is { } due && now - due >= LateAfter ? new(AlarmNames.Late, due) : null;

    private static Alarm? Letters(Vitals seen, Instant now) =>
        seen.Mail is { } mail && now - mail.Since >= LettersMissedAfter
        && seen.OldestLetterAt is { } letter && now - letter >= LettersMissedAfter
            ? new(AlarmNames.LettersFailing, mail.Since, mail.Why) : null;

    private static Alarm? Poison(Vitals seen) =>
        seen.Failed is [] ? null : new(AlarmNames.Poison, seen.Failed.Min(one => one.At), Count: seen.Failed.Count);
}
