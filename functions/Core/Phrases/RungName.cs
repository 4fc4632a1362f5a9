namespace FollowUp.Phrases;

/// <summary>A rung of a ladder, as a phrase names it: <c>due/week</c>.</summary>
public sealed record RungName(string Ladder, string Rung)
{
    public override string ToString() => $"{Ladder}/{Rung}";

    internal static RungName Read(string text) =>
        text.Split('/') is [var ladder, var rung] ? new(ladder, rung) : throw new FormatException($"“{text}” is no rung.");
}
