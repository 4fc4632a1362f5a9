using FollowUp.Agreements;
using FollowUp.Faults;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Items;

/// <summary>How the next occurrence of an item that comes round is opened.</summary>
public static class Recurring
{
    /// <summary>
    /// When the next occurrence is to be opened: at the first instant after the day that this one was agreed for, whether it is
    /// done, withdrawn, or neither. Null where it was opened, where the rule ends here, and where the series was ended before.
    /// </summary>
    public static Instant? OpensNextAt(this AgreedItem item)
    {
        if (item is not { Recurrence: { Next: null } recurrence } || recurrence.DueOn(recurrence.Number + 1) is null)
        {
            return null;
        }

        Instant at = Instant.Max(item.StartOf(item.OriginalDueOn.PlusDays(1)), item.RegisteredAt ?? Instant.MinValue);
        Instant? ended = recurrence.Ended?.At ?? (item.Withdrawal is { SeriesGoesOn: not true } withdrawal ? withdrawal.At : null);
        return ended < at ? null : at;
    }

    /// <summary>
    /// The coordinator ends a series, for a reason: no further occurrence is opened, and the one that there is stays as it is. It is ended
    /// with its last occurrence, also where that is closed already.
    /// </summary>
    public static AgreedItem EndSeries(this AgreedItem item, Actor by, Instant at, string reason)
    {
        Permission.Demand(item, by, "ended as a series", Role.Coordinator);
        return item.Recurrence switch
        {
            null => throw ItemRefusedException.NotNow(item, "ended as a series", StatePhrases.ComesNotRound.Text),
            { Ended: not null } => item,
            { Next.Item: { } next } => throw ItemRefusedException.NotNow(item, "ended as a series", StatePhrases.WentOn.Fill(next)),
            { } recurrence when item.OpensNextAt() is not null =>
                item with { Recurrence = recurrence with { Ended = new(by.Person, at, reason) } },
            _ => throw ItemRefusedException.NotNow(item, "ended as a series", StatePhrases.LastOfSeries.Text),
        };
    }

    /// <summary>
    /// The next occurrence: of the same people as this one has now, or had when it was closed (see
    /// <see cref="PartSuccession.WithSuccessors"/>); but whoever coordinates the agreement and
    /// stands in its chain by now does so also for what comes after one that is closed. It is assigned when it was to be opened, however
    /// late that happens (law 6). Its stages lie as far before its due date as they did in the first.
    /// </summary>
    /// <param name="id">Its own.</param>
    /// <param name="today">What is accepted today is frozen to today's revisions (law 9).</param>
    public static AgreedItem NextOccurrence(this AgreedItem item, string id, Agreement agreement, Revisions today)
    {
        Recurrence recurrence = item.Recurrence!;
        LocalDate dueOn = recurrence.DueOn(recurrence.Number + 1)!.Value;
        int days = Period.DaysBetween(item.OriginalDueOn, dueOn);
        Instant at = item.OpensNextAt()!.Value;
        AgreedItem next = new(
            item.Agreement, id, item.Kind, item.Clause, item.Title,
            item.Owner, item.Supporting, item.Issuer, item.Counterpart,
            item.IsOpen ? item.Coordinator : agreement.Coordinator, item.IsOpen ? item.Chain : agreement.Chain,
            dueOn, dueOn, item.TimeZone, item.Calendars, item.Plan,
            [.. item.Stages.Select(stage => new Stage(stage.Id, stage.DueOn.PlusDays(days)))], at)
        {
            RegisteredAt = at,
            NextAt = at,
            RecipientCalendars = item.RecipientCalendars,
            Recurrence = recurrence with { Number = recurrence.Number + 1, Next = null },
        };
        return next.FreezeTo(today);
    }

    /// <summary>What the occurrence after this one is called.</summary>
    public static string NextId(this Recurrence recurrence) => IdOf(recurrence.Series, recurrence.Number + 1);

    /// <summary>What the occurrence of that number is called, after the first.</summary>
    public static string IdOf(string series, int number) => $"{series}-{number}";
}
