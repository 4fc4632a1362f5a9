namespace FollowUp.Start;

/// <summary>What somebody meant who made a slip in writing it.</summary>
internal static class Spelling
{
    /// <summary>Letters that change places are two slips.</summary>
    private const int SlipsMax = 2;

    /// <summary>Null where nothing is near: neither within <see cref="SlipsMax"/> nor within a third of the letters.</summary>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        string plain = written.TrimStart('-').ToLowerInvariant();
        (string name, int slips) = known.Select(one => (one, Slips(plain, one.TrimStart('-')))).MinBy(one => one.Item2);
        return slips <= Math.Max(SlipsMax, plain.Length / 3) ? name : null;
    }

    /// <summary>Letters to add, drop or replace (Levenshtein's distance).</summary>
    private static int Slips(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            (int diagonal, row[0]) = (row[0], i);
            for (int j = 1; j <= other.Length; j++)
            {
                int replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                (diagonal, row[j]) = (row[j], Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[^1];
    }
}
