namespace FollowUp.Tests.Style.Rig;

/// <summary>That one type needs another, as the compiled code shows it. Types within types count as the outermost.</summary>
public sealed record Arrow(string From, string FromFolder, string To, string ToFolder)
{
    public bool LeavesItsFolder => FromFolder != ToFolder;

    public override string ToString() => $"{From} → {To}";
}
