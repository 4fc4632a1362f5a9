using System.Globalization;

namespace FollowUp.Parsing.Sheets;

/// <summary>Cells that were made one: what stands in the first of them is meant for all.</summary>
internal sealed class MergedCells
{
    private readonly List<((int Row, int Column) First, (int Row, int Column) Last)> ranges = [];

    /// <param name="range">As workbooks write it: <c>B2:B5</c>.</param>
    public void Add(string range)
    {
        string[] ends = range.Split(':');
        if (ends.Length == 2)
        {
            ranges.Add((Place(ends[0]), Place(ends[1])));
        }

        if (ranges.Count > SheetLimits.Merged)
        {
            throw new InvalidDataException("It has more merged cells than a list has rows.");
        }
    }

    /// <summary>The place of a cell: <c>B5</c> is in row 5, column 1, since columns are counted from 0.</summary>
    public static (int Row, int Column) Place(string cell)
    {
        int column = 0;
        string letters = cell.TrimEnd("0123456789".ToCharArray());
        foreach (char letter in letters)
        {
            column = Math.Min((column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1), 1 << 20);
        }

        _ = int.TryParse(cell.AsSpan(letters.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int row);
        return (row, Math.Max(0, column - 1));
    }

    /// <summary>A row with what its merged cells show.</summary>
    public IReadOnlyList<SheetCell> Fill(int row, SheetCell[] cells, SortedDictionary<int, SheetCell[]> rows)
    {
        List<SheetCell> filled = [.. cells];
        foreach (((int Row, int Column) first, (int Row, int Column) last) in ranges.Where(
            one => one.First.Row <= row && row <= one.Last.Row))
        {
            SheetCell shown = rows.GetValueOrDefault(first.Row) is { } above && first.Column < above.Length ? above[first.Column] : new("");
            for (int column = first.Column; !shown.IsBlank && column <= Math.Min(last.Column, SheetLimits.Columns - 1); column++)
            {
                filled.AddRange(Enumerable.Repeat(new SheetCell(""), Math.Max(0, column + 1 - filled.Count)));
                filled[column] = filled[column].IsBlank ? shown : filled[column];
            }
        }

        return filled;
    }
}
