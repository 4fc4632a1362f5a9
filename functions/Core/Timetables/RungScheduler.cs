using FollowUp.Ledger;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// How a rung gets its moment: the seven steps of docs/design.md §3, in their order, each in the file that is named after it.
/// </summary>
internal static class RungScheduler
{
    /// <summary>Adds what the ladder of that name says, around each of its anchors, beside what the ledger has of it.</summary>
    public static void AddEntries(LadderName name, TimetableContext context, List<TimetableEntry> entries)
    {
        if (context.Plan.Ladder(name) is { } ladder)
        {
            foreach (Anchor anchor in Step1Anchor.AnchorsOf(name, context.Item))
            {
                AddLadder(new(context, ladder, anchor), entries);
            }
        }
    }

    /// <summary>All occurrences of one rung, to everybody it speaks to. They end where one comes too late for all of them.</summary>
    private static void AddRung(RunningLadder ladder, Rung rung, Addressee[] addressees, List<TimetableEntry> entries)
    {
        (TimetableContext context, LocalDate anchor) = (ladder.Context, ladder.Anchor.Day);
        RungDate first = Step2Offset.FirstDate(rung, anchor, context.Days);
        RungDate date = first;
        for (int occurrence = 0; ; occurrence++)
        {
            bool isSaid = false;
            foreach (Addressee to in addressees)
            {
                LocalDate day = Step3Roll.WorkingDay(date, ladder.Name, anchor, context.Item.DueOn, to.Days);
                ScheduledTime time = Step4Hour.TimeOn(day, date, ladder.Name, context, to);
                if (ladder.SpeaksOn(time.Day))
                {
                    isSaid = true;
                    AddEntry(ladder, to, time, ladder.KeyOf(rung, occurrence, to), entries);
                }
            }

            if (!isSaid || occurrence == rung.Times)
            {
                return;
            }

            date = Step5Repeat.NextDate(date, rung, occurrence + 1, first, anchor, context.Days);
        }
    }

    private static void AddEntry(RunningLadder ladder, Addressee to, ScheduledTime time, RungKey key, List<TimetableEntry> entries)
    {
        if (!ladder.Context.IsInLedger(key))
        {
            (Instant? dueAt, string? held) =
                Step7Rhythm.Hold(Step6Due.DueAt(time, to, ladder.AnchorFor(to), ladder.Escalation), to, ladder);
            entries.Add(new(key, to.Role, time.At, dueAt, time.Shift, ladder.Skip(to.Role, time), null) { Held = held });
        }
    }

    /// <summary>Rung by rung in the order of the plan, and then what no plan has to name.</summary>
    private static void AddLadder(RunningLadder ladder, List<TimetableEntry> entries)
    {
        int first = entries.Count;
        foreach (Rung rung in ladder.Rungs)
        {
            AddRung(ladder, rung, ladder.AddresseesOf(rung), entries);
        }

        if (ladder.ImplicitRung() is { } implied)
        {
            AddRung(ladder, implied, NotToldAlready(ladder, implied, entries), entries);
        }

        if (ladder.Escalation.WhyUnreachable(entries, first) is { } why)
        {
            SkipWaiting(entries, first, why);
        }
    }

    private static Addressee[] NotToldAlready(RunningLadder ladder, Rung rung, List<TimetableEntry> entries) =>
        Array.FindAll(ladder.AddresseesOf(rung), one => !entries.Exists(entry => entry.Key == ladder.KeyOf(rung, 0, one)));

    /// <summary>What waits for a notice that will never go out is not sent either.</summary>
    private static void SkipWaiting(List<TimetableEntry> entries, int first, string why)
    {
        for (int n = first; n < entries.Count; n++)
        {
            entries[n] = entries[n] is { DueAt: null, Skip: null } entry ? entry with { Skip = why } : entries[n];
        }
    }
}
