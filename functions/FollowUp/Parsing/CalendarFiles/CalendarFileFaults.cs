namespace FollowUp.Parsing.CalendarFiles;

/// <summary>The faults of a file, each with the event that has it.</summary>
internal sealed class CalendarFileFaults(ParseContext context)
{
    /// <summary>Whoever has so many is not helped by one more, and it takes time to find.</summary>
    private const int Enough = 100;

    public bool IsEmpty => context.Faults.Count == 0;

    public bool IsFull => context.Faults.Count >= Enough;

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
