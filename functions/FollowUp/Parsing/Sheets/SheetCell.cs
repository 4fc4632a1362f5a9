using NodaTime;

namespace FollowUp.Parsing.Sheets;

/// <summary>A cell as its reader sees it.</summary>
/// <param name="Day">Where a workbook has a date in it, which no reading can mistake.</param>
/// <param name="IsNumber">Whether a workbook has a bare number in it.</param>
/// <param name="IsError">Whether a formula failed there: its text is <c>#REF!</c> or the like.</param>
public readonly record struct SheetCell(string Text, LocalDate? Day = null, bool IsNumber = false, bool IsError = false)
{
    public bool IsBlank => Text.Length == 0 && Day is null;
}

/// <summary>A row.</summary>
/// <param name="Number">From 1, as spreadsheet programs count: a cell of several lines is one row.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    public bool IsBlank => Cells.All(cell => cell.IsBlank);

    /// <summary>The cell of a column; blank where the row is shorter.</summary>
    public SheetCell At(int column) => column < Cells.Count ? Cells[column] : new("");
}

/// <summary>What stands in a file, before anybody knows what its columns mean.</summary>
/// <param name="Encoding">Of a text; null for a workbook.</param>
/// <param name="Delimiter">Between the cells of a text; null for a workbook.</param>
public sealed record SheetContent(IReadOnlyList<SheetRow> Rows, string? Encoding, string? Delimiter)
{
    /// <summary>Which sheet of a workbook it is; null for a text.</summary>
    public string? Sheet { get; init; }

    /// <summary>Those of the workbook that are shown as well, and not read.</summary>
    public IReadOnlyList<string> OtherSheets { get; init; } = [];

    /// <summary>Those that a text may be in.</summary>
    public static IReadOnlyList<string> Encodings => SheetEncoding.Names;
}
