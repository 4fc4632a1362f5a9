using System.Text;

namespace FollowUp.Values;

/// <summary>
/// Texts that are written from right to left, and marks that turn the direction of writing (UAX #9). What somebody wrote must
/// never turn what stands after it.
/// </summary>
public static class TextDirection
{
    private const char FirstStrongIsolate = '\u2068', PopDirectionalIsolate = '\u2069', PopDirectionalFormatting = '\u202C';

    /// <summary>
    /// Begins, overrides or ends a direction; what Arabic and Hebrew names may really hold (LRM, RLM, ALM) is none of these.
    /// </summary>
    public static bool IsDirectionMark(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Turns all letters, Latin ones too: what is read is not what is written.</summary>
    public static bool IsOverride(char letter) => letter is '\u202D' or '\u202E';

    /// <summary>The first mark that is not ended in its paragraph, or ends what was not begun; null where there is none.</summary>
    public static char? FindUnpaired(string text) =>
        text.Split('\n').Select(line => Pairs(line, null)).FirstOrDefault(mark => mark is not null);

    /// <summary>As it is shown among other words: for itself, whatever it holds, and as it is where all goes from left to right.</summary>
    public static string Isolate(string text) => !text.Any(NeedsIsolation)
        ? text
        : string.Join('\n', text.Split('\n').Select(line => $"{FirstStrongIsolate}{Balance(line)}{PopDirectionalIsolate}"));

    /// <summary>The same line with each mark that turns it ended, and without marks that end nothing.</summary>
    public static string Balance(string line)
    {
        StringBuilder ended = new(line.Length);
        _ = Pairs(line, ended);
        return ended.ToString();
    }

    /// <param name="ended">Gets the line, paired; null where nobody asks for it.</param>
    private static char? Pairs(string line, StringBuilder? ended)
    {
        char? unpaired = null;
        Stack<char> open = [];
        foreach (char letter in line)
        {
            if (letter is PopDirectionalFormatting or PopDirectionalIsolate && !TryClose(letter, open))
            {
                unpaired ??= letter;
                continue;
            }

            if (IsDirectionMark(letter) && letter is not (PopDirectionalFormatting or PopDirectionalIsolate))
            {
                open.Push(letter);
            }

            _ = ended?.Append(letter);
        }

        unpaired ??= open.Count > 0 ? open.Last() : null;
        foreach (char mark in open)
        {
            _ = ended?.Append(IsIsolate(mark) ? PopDirectionalIsolate : PopDirectionalFormatting);
        }

        return unpaired;
    }

    /// <summary>An isolate ends with all that was begun in it; what was begun outside it does not end in it.</summary>
    private static bool TryClose(char mark, Stack<char> open)
    {
        if (mark == PopDirectionalIsolate)
        {
            if (!open.Any(IsIsolate))
            {
                return false;
            }

            while (!IsIsolate(open.Pop()))
            {
            }

            return true;
        }

        if (open.Count == 0 || IsIsolate(open.Peek()))
        {
            return false;
        }

        _ = open.Pop();
        return true;
    }

    private static bool IsIsolate(char mark) => mark is >= '\u2066' and <= '\u2068';

    /// <summary>
    /// Marks, and the letters of scripts that go from right to left; those beyond the first 65 536 show by their first half.
    /// </summary>
    private static bool NeedsIsolation(char letter) => IsDirectionMark(letter)
        || letter is (>= '\u0590' and <= '\u08FF') or '\u200E' or '\u200F' or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC')
            or '\uD802' or '\uD803' or '\uD83A' or '\uD83B';
}
