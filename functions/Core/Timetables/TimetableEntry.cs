using FollowUp.Calendars;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>One line of a timetable: a notice that was decided on (it has a ledger row) or one that is expected.</summary>
/// <param name="DueAt">
/// When it may go out: the plan's moment, or later where it waits for another notice; null while nobody knows (the notice it
/// waits for has not gone out).
/// </param>
/// <param name="Shift">How it came to be that day; null where the ledger knows, in words (<see cref="WithShift"/>).</param>
/// <param name="Skip">Why it will not be sent at all; null for one that will.</param>
public sealed record TimetableEntry(RungKey Key, string Role, Instant Planned, Instant? DueAt, Shift? Shift, string? Skip, LedgerRow? Row)
{
    /// <summary>For which letter of its reader's it waits, or waited (<see cref="HoldPhrases"/>); null where it goes at once.</summary>
    public string? Held { get; init; }

    public NoticeState State => Row?.State ?? NoticeState.Expected;

    /// <summary>Why it is not the day that one would have expected. Put into words only where somebody reads it.</summary>
    public string? Explanation => Row is null ? Shift?.Explain() : Row.Explanation;

    /// <summary>As the ledger writes it down, to be sent or not.</summary>
    public LedgerRow ToRow(Instant now) =>
        new(Key, Role, Planned, DueAt ?? Planned, Explanation, NoticeState.Planned, now, null, null, null, null, null)
        {
            Held = Held,
        };

    /// <summary>The same with the shift behind what the ledger explains in words, where these inputs still explain it so.</summary>
    public TimetableEntry WithShift(TimetableInputs around) =>
        Row?.Explanation is { } words && around.Contacts.FindContact(Key.Recipient) is { } to
            ? this with { Shift = ShiftReader.Read(words, CountedBy(to, around), KeptBy(to, around), Planned.InZone(to.Zone).Date) }
            : this;

    public static TimetableEntry FromRow(LedgerRow row) =>
        new(row.Key, row.Role, row.Planned, row.Since, null, null, row) { Held = row.Held };

    private JointDays CountedBy(Contact to, TimetableInputs around) =>
        Key.Ladder == LadderName.Review ? LeadersReview.DaysOf(to) : around.Days;

    private JointDays KeptBy(Contact to, TimetableInputs around) => CountedBy(to, around).JoinedWith(to.Calendar);
}
