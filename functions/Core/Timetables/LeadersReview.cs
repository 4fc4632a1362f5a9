using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// Once a week those above hear in one letter of everything that is late below them: each item adds its own line to it, for as long as it
/// is late, and so the ledger knows of each week who was told of what (law 3). Nothing late: no line, and no letter.
/// </summary>
internal static class LeadersReview
{
    /// <summary>A stored word: of the one rung that there is.</summary>
    public const string Rung = "week";

    /// <summary>The highest first: who takes a place below their own as well is told in their own.</summary>
    private static readonly string[] Levels = [.. Enumerable.Range(1, 9).Reverse().Select(level => $"level-{level}")];

    /// <summary>
    /// What thousands of items say to somebody at one moment is written down over minutes, and where a clock was lost the sweep finds it
    /// two minutes late: the letter waits for all of them, so that it is one (law 16).
    /// </summary>
    private static readonly Duration Gathering = Duration.FromMinutes(10);

    /// <summary>Each week that has come by <paramref name="now"/> and is not in the ledger, and the next one.</summary>
    /// <param name="entries">With those of the overdue ladder, on which it waits (law 5).</param>
    public static void AddEntries(TimetableContext context, Instant now, List<TimetableEntry> entries)
    {
        if (context.Plan is { Review: { } review } plan && plan.Ladder(LadderName.Overdue) is { } overdue
            && Step1Anchor.AnchorsOf(LadderName.Review, context.Item) is [var anchor])
        {
            Instant? told = new Escalation(context, overdue, anchor).WentOutAt;
            if ((told ?? ExpectedAt(context, anchor, entries)) is { } toldAt)
            {
                Weeks weeks = new(context, review, anchor, toldAt, told is not null);
                foreach (Addressee level in LevelsOf(context))
                {
                    weeks.AddEntries(level, now, entries);
                }
            }
        }
    }

    /// <summary>
    /// Those of its reader alone: a letter about items of many agreements goes by no calendar of theirs.
    /// </summary>
    public static JointDays DaysOf(Contact reader) => new([reader.Calendar]);

    /// <summary>The minute whose letter carries a line that is decided on now.</summary>
    public static string SlotOf(TimetableEntry entry, Instant now)
    {
        Instant gathered = entry.Planned + Gathering;
        return Slot.FromInstant(entry.Key.Ladder != LadderName.Review ? now : now < gathered ? gathered : EndOfTenth(now));
    }

    /// <summary>After an outage, too, items come one after the other.</summary>
    private static Instant EndOfTenth(Instant now)
    {
        long length = (long)Gathering.TotalSeconds;
        return Instant.FromUnixTimeSeconds((now.ToUnixTimeSeconds() + length - 1) / length * length);
    }

    /// <summary>
    /// When the owner will first be told that it is overdue, as things stand. Null where they never will: then nobody above them is.
    /// </summary>
    private static Instant? ExpectedAt(TimetableContext context, Anchor anchor, List<TimetableEntry> entries)
    {
        Instant? first = null;
        foreach (TimetableEntry entry in entries)
        {
            if (entry is { Key.Ladder: LadderName.Overdue, Role: Role.Owner, Skip: null }
                && entry.State is NoticeState.Expected or NoticeState.Planned
                && (entry.Key.AnchorRevision, entry.Key.Recipient) == (anchor.Revision, context.Item.Owner)
                && (entry.DueAt ?? entry.Planned) is var at && (first is null || at < first))
            {
                first = at;
            }
        }

        return first;
    }

    private static IEnumerable<Addressee> LevelsOf(TimetableContext context) =>
        Levels.SelectMany(level => context.AddresseesOf(LadderName.Review, level)).DistinctBy(level => level.Contact);

    /// <summary>The weeks of one item.</summary>
    /// <param name="toldAt">When its owner was told, or will be: whoever stands above waits for the working day after it (law 5).</param>
    private sealed class Weeks(TimetableContext context, WeeklyReview review, Anchor anchor, Instant toldAt, bool isTold)
    {
        private readonly LocalTime hour = review.Hour ?? context.Plan.Hour;
        private readonly LocalDate first = context.Item.DueOn.Next(review.Day);
        private readonly LocalDate earliest = context.Days.AddWorkingDays(context.Item.DayOf(toldAt), 1);

        public void AddEntries(Addressee level, Instant now, List<TimetableEntry> entries)
        {
            JointDays own = DaysOf(level.Contact);
            Instant since = Instant.Max(anchor.Since, context.Item.CameAt(level.Contact.Person.Id) ?? Instant.MinValue);
            for (int week = FirstWeek(level); ; week++)
            {
                LocalDate wanted = first.PlusWeeks(week);
                LocalDate day = own.RollForward(wanted);
                Instant at = level.Contact.ToInstant(day + hour);
                if (context.Item.DayOf(at) < earliest || at < since)
                {
                    // It is not late to them yet: the week after tells of it.
                    continue;
                }

                entries.Add(new(KeyOf(level, week), level.Role, at, isTold ? at : null, new(own, null, wanted, own, day), null, null));
                if (!isTold || at > now)
                {
                    return;
                }
            }
        }

        /// <summary>The first that is not on record; long before it nobody knew that it was late.</summary>
        private int FirstWeek(Addressee level)
        {
            int week = Math.Max(0, (Period.DaysBetween(first, earliest) / 7) - 2);
            foreach (LedgerRow row in context.Ledger)
            {
                if (row.Key.Ladder == LadderName.Review && row.Key.AnchorRevision == anchor.Revision
                    && row.Key.Recipient == level.Contact.Person.Id)
                {
                    week = Math.Max(week, row.Key.Occurrence + 1);
                }
            }

            return week;
        }

        private RungKey KeyOf(Addressee level, int week) =>
            new(context.Item.Id, anchor.Revision, LadderName.Review, Rung, week, level.Contact.Person.Id);
    }
}
