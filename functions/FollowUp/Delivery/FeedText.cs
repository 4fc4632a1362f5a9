using System.Text;

namespace FollowUp.Delivery;

/// <summary>Texts that go into a line of a calendar file, whatever stores of earlier versions hold.</summary>
internal static class FeedText
{
    /// <summary>
    /// Lines end in one way, and no other control character is left: programs end a line at some of them, and read on as if it were theirs.
    /// Half a character, which no file can hold, is a mark in its place.
    /// </summary>
    public static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            _ = Rune.IsControl(rune) && rune.Value is not ('\n' or '\t') ? clean.Append(' ') : clean.Append(rune);
        }

        return clean.ToString();
    }
}
