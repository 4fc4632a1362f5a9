using FollowUp.Values;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What the caller's words say of the events of a file: worked, passed over, or neither.</summary>
internal sealed class EventKeywords
{
    private readonly KeywordList working;
    private readonly KeywordList ignore;
    private readonly Dictionary<VEvent, (string? Worked, string? Ignored)> matches;

    /// <summary>Looks at every event, also at those that do not count: a word that stands there marks something.</summary>
    public EventKeywords(CalendarFileOptions options, List<VEvent> events)
    {
        (working, ignore) = (new(options.Working), new(options.Ignore));
        AreTooMany = working.AreTooMany || ignore.AreTooMany;
        matches = AreTooMany ? [] : events.ToDictionary(vevent => vevent, vevent => (MatchWorking(vevent), MatchIgnore(vevent)));
    }

    /// <summary>Whether there are more words than can be looked for.</summary>
    public bool AreTooMany { get; }

    /// <summary>Whether it was said which events are worked days, and be it that none is.</summary>
    public bool IsWorkingGiven => working.IsGiven;

    /// <summary>Whether it was said which events are no days of the calendar.</summary>
    public bool IsIgnoreGiven => ignore.IsGiven;

    /// <summary>Whether it was said that every event is a day of the calendar.</summary>
    public bool IgnoresNothing => ignore.IsExplicitlyEmpty;

    public string? Worked(VEvent vevent) => matches[vevent].Worked;

    public string? Ignored(VEvent vevent) => matches[vevent].Ignored;

    private string? MatchWorking(VEvent vevent) => working.Match(vevent.Name, vevent.Categories);

    private string? MatchIgnore(VEvent vevent) => ignore.Match(string.Join('\n', vevent.Labels.Prepend(vevent.Name)), []);

    /// <summary>Words that mark nothing: the file is another than its sender thinks, or writes them otherwise.</summary>
    public void RequireAllUsed(CalendarFileFaults faults)
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
