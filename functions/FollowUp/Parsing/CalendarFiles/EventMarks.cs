using FollowUp.Values;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What the caller's words say of the events of a file: worked, passed over, or neither.</summary>
internal sealed class EventMarks
{
    private readonly MarkWords working;
    private readonly MarkWords ignore;
    private readonly Dictionary<FileEvent, (string? Worked, string? Ignored)> marks;

    /// <summary>Looks at every event, also at those that do not count: a word that stands there marks something.</summary>
    public EventMarks(CalendarFileOptions options, List<FileEvent> events)
    {
        (working, ignore) = (new(options.Working), new(options.Ignore));
        AreTooMany = working.AreTooMany || ignore.AreTooMany;
        marks = AreTooMany ? [] : events.ToDictionary(one => one, one => (working.Mark(one.Name, one.Categories), ignore.Mark(string.Join('\n', one.Labels.Prepend(one.Name)), [])));
    }

    /// <summary>Whether there are more words than can be looked for.</summary>
    public bool AreTooMany { get; }

    /// <summary>Whether it was said which events are worked days, and be it that none is.</summary>
    public bool SayWhatIsWorked => working.IsSaid;

    /// <summary>Whether it was said which events are no days of the calendar.</summary>
    public bool SayWhatIsIgnored => ignore.IsSaid;

    /// <summary>Whether it was said that every event is a day of the calendar.</summary>
    public bool SayThatNoneIsIgnored => ignore.IsNone;

    public string? Worked(FileEvent one) => marks[one].Worked;

    public string? Ignored(FileEvent one) => marks[one].Ignored;

    /// <summary>Words that mark nothing: the file is another than its sender thinks, or writes them otherwise.</summary>
    public void DemandUse(FileFaults faults)
    {
        if (AreTooMany)
        {
            faults.Add(working.AreTooMany ? "/working" : "/ignore", $"has more than {Limits.Few} words");
            return;
        }

        foreach (string word in working.Unused)
        {
            faults.Add("/working", $"marks nothing: no event has {word} in its name or as a category");
        }

        foreach (string word in ignore.Unused)
        {
            faults.Add("/ignore", $"marks nothing: no event has {word} in its name, as a category or at the head of its description");
        }
    }
}
