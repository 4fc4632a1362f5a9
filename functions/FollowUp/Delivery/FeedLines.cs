using System.Text;

namespace FollowUp.Delivery;

/// <summary>
/// Lines of a calendar file, folded as RFC 5545, 3.1 has it: at most 75 octets each. Ical.Net 5.2.4 folds within characters beyond U+FFFF,
/// which are then two marks that nobody can read: what it has folded is put together, and folded between characters.
/// </summary>
internal static class FeedLines
{
    /// <summary>Without the end of the line.</summary>
    private const int OctetsMax = 75;

    private const string End = "\r\n";

    /// <summary>What begins a line that goes on with the one before.</summary>
    private const string Goes = " ";

    /// <param name="file">In whatever way it is folded.</param>
    public static string Fold(string file)
    {
        StringBuilder folded = new(file.Length + (file.Length / 16));
        foreach (string line in file.Replace($"{End}{Goes}", "", StringComparison.Ordinal)
            .Split(End, StringSplitOptions.RemoveEmptyEntries))
        {
            Append(folded, line);
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, string line)
    {
        int octets = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > OctetsMax)
            {
                _ = folded.Append(End).Append(Goes);
                octets = Goes.Length;
            }

            _ = folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        _ = folded.Append(End);
    }
}
