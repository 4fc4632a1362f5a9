using NodaTime;

namespace FollowUp.Items;

/// <summary>What became of an item and its date, as figures count it: computed, never stored.</summary>
public enum Outcome
{
    /// <summary>Confirmed, and reported by its due date.</summary>
    DoneInTime,

    /// <summary>Confirmed, and reported after it.</summary>
    DoneLate,

    /// <summary>Open, and late: also where it was reported after its due date and awaits the issuer.</summary>
    Late,

    /// <summary>Open, and not late.</summary>
    InTime,

    /// <summary>Taken off the list: neither kept nor missed.</summary>
    Withdrawn,
}

/// <summary>The one place that says what became of an item; each item is one of them.</summary>
public static class Outcomes
{
    public static IReadOnlyList<Outcome> All { get; } = Enum.GetValues<Outcome>();

    /// <summary>As answers and options have it.</summary>
    public static string Word(this Outcome outcome) => outcome switch
    {
        Outcome.DoneInTime => "done-in-time",
        Outcome.DoneLate => "done-late",
        Outcome.Late => "late",
        Outcome.InTime => "in-time",
        _ => "withdrawn",
    };

    public static Outcome OutcomeAt(this AgreedItem item, Instant now) => (item, item.DaysLateAt(now) > 0) switch
    {
        ({ Withdrawal: not null }, _) => Outcome.Withdrawn,
        ({ Confirmation: not null }, var late) => late ? Outcome.DoneLate : Outcome.DoneInTime,
        (_, var late) => late ? Outcome.Late : Outcome.InTime,
    };
}
