namespace FollowUp.Parsing.CalendarFiles;

/// <summary>Finds which events of a file count: of those with one UID the newest revision, where it is not cancelled.</summary>
internal sealed class EventRevisionResolver(CalendarFileFaults faults, SkippedEvents skipped)
{
    /// <summary>In the order of the file.</summary>
    public List<EffectiveEvent> Resolve(List<VEvent> events)
    {
        List<EffectiveEvent> counted = [];
        foreach (IGrouping<object, VEvent> same in events.GroupBy(vevent => vevent.Uid ?? (object)vevent))
        {
            List<VEvent> changes = [.. same.Where(vevent => vevent.RecurrenceId is not null)];
            if (Newest([.. same.Where(vevent => vevent.RecurrenceId is null)]) is { } newest)
            {
                List<VEvent> cancelled = ResolveOverrides(changes);
                AddUnlessCancelled(newest, cancelled, counted);
            }
            else
            {
                ResolveOverrides(changes).ForEach(change =>
                    skipped.Add(change, change.RecurrenceId, "cancels a day of an event that is not in the file"));
            }
        }

        return counted;
    }

    private void AddUnlessCancelled(VEvent newest, List<VEvent> cancelled, List<EffectiveEvent> counted)
    {
        if (!newest.IsCancelled)
        {
            counted.Add(new(newest, cancelled));
            return;
        }

        skipped.Add(newest, "is cancelled");
        cancelled.ForEach(change => skipped.Add(change, change.RecurrenceId, "cancels a day of an event that is cancelled"));
    }

    /// <summary>The one of the highest SEQUENCE; null where there is none, or where it cannot be said which it is.</summary>
    private VEvent? Newest(List<VEvent> same)
    {
        Dictionary<VEvent, int> sequences = SequencesOf(same);
        VEvent? newest = same.Where(sequences.ContainsKey).MaxBy(vevent => sequences[vevent]);
        foreach (VEvent other in same.Where(other => other != newest && sequences.ContainsKey(other)))
        {
            if (sequences[other] < sequences[newest!])
            {
                skipped.Add(other, $"is older than another of its UID: SEQUENCE {sequences[other]}, and {sequences[newest!]} counts");
            }
            else if (other.ContentKey().SequenceEqual(newest!.ContentKey()))
            {
                skipped.Add(other, "is in the file twice");
            }
            else
            {
                faults.Add(other, $"has the UID and the SEQUENCE of {newest.Pointer}, and says something else: "
                    + "give it a UID of its own, or the newer one of both a higher SEQUENCE");
            }
        }

        return newest;
    }

    /// <summary>Those that cancel a day of another event. One that changes a day is a fault: its author can write it plainly.</summary>
    private List<VEvent> ResolveOverrides(List<VEvent> changes)
    {
        List<VEvent> cancelled = [];
        foreach (List<VEvent> same in changes.GroupBy(change => change.RecurrenceId!.TrimmedValue, (_, same) => same.ToList()))
        {
            Dictionary<VEvent, int> sequences = SequencesOf(same);
            List<VEvent> newest = [.. sequences.Where(one => one.Value == sequences.Values.Max()).Select(one => one.Key)];
            foreach (VEvent old in sequences.Keys.Except(newest))
            {
                skipped.Add(old, old.RecurrenceId, "is older than another of its UID for that day");
            }

            cancelled.AddRange(newest.Where(change => IsPlainCancellation(change, newest.TrueForAll(other => other.IsCancelled))));
        }

        return cancelled;
    }

    private bool IsPlainCancellation(VEvent change, bool areAll)
    {
        string? wrong = !areAll ? "changes one day of another event; leave that day out there (EXDATE), and let this be an event of its own"
            : change.RecurrenceId!.Parameter("RANGE") is { Length: > 0 } range
                ? $"cancels a day of another event and more (RANGE={range}); end the rule there (UNTIL)"
            : null;
        if (wrong is not null)
        {
            faults.Add(change, wrong);
        }

        return wrong is null;
    }

    private Dictionary<VEvent, int> SequencesOf(List<VEvent> events)
    {
        Dictionary<VEvent, int> sequences = [];
        foreach (VEvent vevent in events)
        {
            faults.Try(vevent, () => sequences[vevent] = vevent.Sequence());
        }

        return sequences;
    }
}
