namespace FollowUp.Parsing.CalendarFiles;

/// <summary>The faults of a file, each with the event that has it.</summary>
internal sealed class FileFaults(ParseContext parse)
{
    /// <summary>Whoever has so many is not helped by one more, and it takes time to find.</summary>
    private const int Enough = 100;

    public bool AreNone => parse.Faults.Count == 0;

    public bool AreEnough => parse.Faults.Count >= Enough;

    public void Add(FileEvent one, string detail) => parse.Fault(one.Pointer, $"{detail} {one.Told}");

    public void Add(string pointer, string detail) => parse.Fault(pointer, detail);

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
