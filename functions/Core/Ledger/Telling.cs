using NodaTime;

namespace FollowUp.Ledger;

/// <summary>What a notice has to do with the question whether somebody was told something on some day.</summary>
public enum Telling
{
    /// <summary>Its letter was handed over that day, to them.</summary>
    Told,

    /// <summary>It was meant for that day, and its letter was handed over to them on another.</summary>
    OtherDay,

    /// <summary>It went to somebody else in their place.</summary>
    Forwarded,

    /// <summary>It is written down, and its letter is still to be handed over.</summary>
    Pending,

    /// <summary>It waits for something: their daily or weekly letter, or a notice that comes before it.</summary>
    Held,

    /// <summary>Its letter was refused for good.</summary>
    Failed,

    /// <summary>It was not sent, for a reason that stays.</summary>
    Skipped,

    /// <summary>It was not sent, since a newer notice of its ladder said more.</summary>
    Superseded,
}

/// <summary>Reads that from rows of the ledger (law 3).</summary>
public static class Tellings
{
    /// <param name="person">Whoever it was meant for, or got it in their place.</param>
    /// <param name="day">From its first instant where that person is to the first one after it.</param>
    /// <returns>Null where it has nothing to do with them, or with that day.</returns>
    public static Telling? Of(LedgerRow row, string person, Interval day)
    {
        bool isTheirs = row.SentTo == person;
        if ((!isTheirs && row.Key.Recipient != person) || !Moments(row).Any(day.Contains))
        {
            return null;
        }

        return row.State switch
        {
            NoticeState.Sent when !isTheirs => Telling.Forwarded,
            NoticeState.Sent => day.Contains(row.At!.Value) ? Telling.Told : Telling.OtherDay,
            NoticeState.Failed => Telling.Failed,
            NoticeState.Superseded => Telling.Superseded,
            NoticeState.Skipped => Telling.Skipped,
            _ => Telling.Pending,
        };
    }

    /// <summary>When it was to be said, when it could be, and when it came to its end.</summary>
    private static IEnumerable<Instant> Moments(LedgerRow row) => [row.Planned, row.Since, row.At ?? row.Since];
}
