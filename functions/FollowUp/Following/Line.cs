using NodaTime;

namespace FollowUp.Following;

/// <summary>One line of a timetable: a notice that was decided on (it has a ledger row) or one that is expected.</summary>
/// <param name="DueAt">
/// When it may go out: the plan's moment, or later where it waits for another notice; null while nobody knows (the notice it
/// waits for has not gone out).
/// </param>
/// <param name="Skip">Why it will not be sent at all; null for one that will.</param>
public sealed record Line(RungKey Key, string Role, Instant Planned, Instant? DueAt, string? Explanation, string? Skip, LedgerRow? Row)
{
    public NoticeState State => Row?.State ?? NoticeState.Expected;

    /// <summary>As the ledger writes it down, to be sent or not.</summary>
    public LedgerRow AsRow(Instant now) =>
        new(Key, Role, Planned, DueAt ?? Planned, Explanation, NoticeState.Planned, now, null, null, null, null, null);

    public static Line Of(LedgerRow row) => new(row.Key, row.Role, row.Planned, row.Since, row.Explanation, null, row);
}
