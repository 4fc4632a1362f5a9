namespace FollowUp.Parsing.CalendarFiles;

/// <summary>An event that counts, and the days of it that were cancelled.</summary>
internal sealed record CountedEvent(FileEvent Event, IReadOnlyList<FileEvent> Cancelled);

/// <summary>Which events of a file count: of those of one UID the newest, where it was not cancelled.</summary>
internal sealed class CountedEvents(FileFaults faults, PassedOverEvents passedOver)
{
    /// <summary>In the order of the file.</summary>
    public List<CountedEvent> Of(List<FileEvent> events)
    {
        List<CountedEvent> counted = [];
        foreach (IGrouping<object, FileEvent> same in events.GroupBy(one => one.Uid ?? (object)one))
        {
            List<FileEvent> changes = [.. same.Where(one => one.Changes is not null)];
            if (Newest([.. same.Where(one => one.Changes is null)]) is { } newest)
            {
                List<FileEvent> cancelled = Cancelled(changes);
                Count(newest, cancelled, counted);
            }
            else
            {
                Cancelled(changes).ForEach(change => passedOver.Add(change, change.Changes, "cancels a day of an event that is not in the file"));
            }
        }

        return counted;
    }

    private void Count(FileEvent newest, List<FileEvent> cancelled, List<CountedEvent> counted)
    {
        if (!newest.IsCancelled)
        {
            counted.Add(new(newest, cancelled));
            return;
        }

        passedOver.Add(newest, "is cancelled");
        cancelled.ForEach(change => passedOver.Add(change, change.Changes, "cancels a day of an event that is cancelled"));
    }

    /// <summary>The one of the highest SEQUENCE; null where there is none, or where it cannot be said which it is.</summary>
    private FileEvent? Newest(List<FileEvent> same)
    {
        Dictionary<FileEvent, int> sequences = Sequences(same);
        FileEvent? newest = same.Where(sequences.ContainsKey).MaxBy(one => sequences[one]);
        foreach (FileEvent other in same.Where(other => other != newest && sequences.ContainsKey(other)))
        {
            if (sequences[other] < sequences[newest!])
            {
                passedOver.Add(other, $"is older than another of its UID: SEQUENCE {sequences[other]}, and {sequences[newest!]} counts");
            }
            else if (other.Says().SequenceEqual(newest!.Says()))
            {
                passedOver.Add(other, "is in the file twice");
            }
            else
            {
                faults.Add(other, $"has the UID and the SEQUENCE of {newest.Pointer}, and says something else: "
                    + "give it a UID of its own, or the newer one of both a higher SEQUENCE");
            }
        }

        return newest;
    }

    /// <summary>Those that cancel a day of another event. One that takes place otherwise is left to whoever wrote the file to say plainly.</summary>
    private List<FileEvent> Cancelled(List<FileEvent> changes)
    {
        List<FileEvent> cancelled = [];
        foreach (List<FileEvent> same in changes.GroupBy(change => change.Changes!.Written, (_, same) => same.ToList()))
        {
            Dictionary<FileEvent, int> sequences = Sequences(same);
            List<FileEvent> newest = [.. sequences.Where(one => one.Value == sequences.Values.Max()).Select(one => one.Key)];
            foreach (FileEvent old in sequences.Keys.Except(newest))
            {
                passedOver.Add(old, old.Changes, "is older than another of its UID for that day");
            }

            cancelled.AddRange(newest.Where(change => IsCancelled(change, newest.TrueForAll(other => other.IsCancelled))));
        }

        return cancelled;
    }

    private bool IsCancelled(FileEvent change, bool areAll)
    {
        string? wrong = !areAll ? "changes one day of another event; leave that day out there (EXDATE), and let this be an event of its own"
            : change.Changes!.Parameter("RANGE") is { Length: > 0 } range ? $"cancels a day of another event and more (RANGE={range}); end the rule there (UNTIL)"
            : null;
        if (wrong is not null)
        {
            faults.Add(change, wrong);
        }

        return wrong is null;
    }

    private Dictionary<FileEvent, int> Sequences(List<FileEvent> events)
    {
        Dictionary<FileEvent, int> sequences = [];
        foreach (FileEvent one in events)
        {
            faults.Try(one, () => sequences[one] = one.Sequence());
        }

        return sequences;
    }
}
