using System.Globalization;

namespace FollowUp.Phrases;

/// <summary>A plan or calendar in a newer revision than before: <c>calendar CN 1 → 3</c>.</summary>
/// <param name="What"><c>plan</c> or <c>calendar</c>.</param>
public sealed record RevisionChange(string What, string Id, int From, int To)
{
    internal const string Pattern = "(?:plan|calendar) [A-Za-z0-9-]+ [0-9]+ → [0-9]+";

    public override string ToString() => $"{What} {Id} {From} → {To}";

    /// <param name="text">One of that pattern.</param>
    internal static RevisionChange Read(string text)
    {
        string[] words = text.Split(' ');
        return new(words[0], words[1], Number(words[2]), Number(words[^1]));
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
