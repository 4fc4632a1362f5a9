namespace FollowUp.Parsing.CalendarFiles;

/// <summary>The faults of a file, each with the event that has it.</summary>
internal sealed class CalendarFileFaults(ParseContext context)
{
    public bool IsEmpty => context.Faults.Count == 0;

    public bool IsFull => context.Faults.Count >= ParseContext.MaxFaults;

    public void Add(VEvent vevent, string detail) => context.AddFault(vevent.Pointer, $"{detail} {vevent.DisplayName}");

    public void Add(string pointer, string detail) => context.AddFault(pointer, detail);

    /// <summary>Does what can be wrong with one event; the others are looked at all the same.</summary>
    public void Try(VEvent vevent, Action read)
    {
        try
        {
            read();
        }
        catch (CalendarFileException fault)
        {
            Add(vevent, fault.Message);
        }
    }
}
