namespace FollowUp.Parsing.Sheets;

/// <summary>What one file may hold (law 20). Rows are as many as an agreement has items.</summary>
public static class SheetLimits
{
    /// <summary>Five hundred rows of the longest titles in three languages, packed in a workbook or not.</summary>
    public const int Bytes = 2 * 1024 * 1024;

    /// <summary>A workbook is a packed file: what it may come to is bounded as well.</summary>
    public const int UnpackedBytes = 32 * 1024 * 1024;

    /// <summary>An office's list has twenty; more is another kind of file.</summary>
    public const int Columns = 100;

    /// <summary>Above the line that names the columns stands a title, and who approved it.</summary>
    public const int LinesAboveHeader = 10;

    /// <summary>Rows in which something stands; many more than are taken, so that most are told how many they have.</summary>
    public const int LinesRead = 20_000;

    /// <summary>Groups of cells that were made one: ten to each row that is taken.</summary>
    public const int Merged = 5_000;

    /// <summary>Twenty for each row.</summary>
    public const int Faults = 10_000;

    /// <summary>Of what stands in a cell, where it is quoted.</summary>
    public const int NameShown = 100;

    /// <summary>A text as it is quoted: a cell may hold two megabytes.</summary>
    public static string Shown(string text) => text.Length <= NameShown ? text : $"{Values.TextRules.Truncate(text, NameShown)}…";
}
