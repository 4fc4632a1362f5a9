using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Letters;

/// <summary>A notice that is still to come, as things stand.</summary>
/// <param name="On">By the clock of whoever hears it.</param>
/// <param name="Who">Their name; null for the reader of the letter.</param>
public sealed record Upcoming(LocalDate On, string Role, string? Who)
{
    /// <summary>
    /// What follows if nobody moves: the day on which the next others hear of it, and the day of the reader's own next reminder.
    /// </summary>
    /// <param name="facts">With what surrounds the item, and its ledger.</param>
    /// <param name="reader">Whoever gets this letter, which counts as read from <paramref name="now"/> on.</param>
    public static IReadOnlyList<Upcoming> After(NoticeFacts facts, Person reader, Instant now)
    {
        if (facts.Around is not { } around || LaddersAfter(facts.Row) is not { Length: > 0 } ladders)
        {
            return [];
        }

        LedgerRow[] told = [.. facts.Ledger.Select(row =>
            row.State == NoticeState.Planned && row.SentTo == reader.Id ? row.WithState(NoticeState.Sent, now) : row)];
        List<TimetableEntry> expected = [.. Timetable.Compute(facts.Item, around.Plan, around.Days, around.Contacts, told, now)
            .Where(entry => entry is { State: NoticeState.Expected, Skip: null } && ladders.Contains(entry.Key.Ladder) && At(entry) > now)
            .OrderBy(At)];
        TimetableEntry[] others = [.. expected.Where(entry => IsAbove(entry, facts.Row) && entry.Key.Recipient != reader.Id)];
        TimetableEntry? own = expected.Find(entry => entry.Key.Recipient == facts.Row.Key.Recipient);
        return
        [
            .. others.Where(entry => DayOf(entry, around) == DayOf(others[0], around)).DistinctBy(entry => entry.Key.Recipient)
                .Select(entry => new Upcoming(DayOf(entry, around), entry.Role, facts.NameOf(entry.Key.Recipient, reader.Language))),
            .. own is null ? (Upcoming[])[] : [new(DayOf(own, around), own.Role, null)],
        ];
    }

    /// <summary>The ladders that go on from a notice; after one that is news to an owner, those around the due date.</summary>
    private static LadderName[] LaddersAfter(LedgerRow row) => row.Key.Ladder switch
    {
        LadderName.Receipt or LadderName.Overdue or LadderName.Confirmation or LadderName.Extension or LadderName.Waiting
            or LadderName.Blocked or LadderName.Question => [row.Key.Ladder],
        LadderName.Due or LadderName.Progress or LadderName.Returned or LadderName.Answered or LadderName.Moved =>
            [LadderName.Due, LadderName.Overdue],
        _ => [],
    };

    /// <summary>Whether it tells others, and not those whom the ladder asks, that nothing has happened.</summary>
    private static bool IsAbove(TimetableEntry entry, LedgerRow row) =>
        entry.Key.Recipient != row.Key.Recipient && entry.Role != entry.Key.Ladder.Aim() && entry.Role != Plans.Role.Supporting;

    private static Instant At(TimetableEntry entry) => entry.DueAt ?? entry.Planned;

    private static LocalDate DayOf(TimetableEntry entry, TimetableInputs around) =>
        At(entry).InZone(around.Contacts[entry.Key.Recipient].Zone).Date;
}
