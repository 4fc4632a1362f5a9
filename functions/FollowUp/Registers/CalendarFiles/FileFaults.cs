namespace FollowUp.Registers.CalendarFiles;

/// <summary>The faults of a file, each with the event that has it.</summary>
internal sealed class FileFaults(Reading reading)
{
    public bool AreNone => reading.Faults.Count == 0;

    public void Add(FileEvent one, string detail) => reading.Fault(one.Pointer, $"{detail} {one.Told}");

    public void Add(string pointer, string detail) => reading.Fault(pointer, detail);

    /// <summary>Does what can be wrong with one event; the others are looked at all the same.</summary>
    public void Try(FileEvent one, Action read)
    {
        try
        {
            read();
        }
        catch (UnfollowedException fault)
        {
            Add(one, fault.Message);
        }
    }
}
