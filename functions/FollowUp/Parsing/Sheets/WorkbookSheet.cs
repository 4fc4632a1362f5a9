using System.Globalization;
using System.Xml;
using FollowUp.Faults;
using NodaTime;

namespace FollowUp.Parsing.Sheets;

/// <summary>
/// Reads the first sheet of a workbook (.xlsx) that is shown: dates as dates, formulas as what they came to when it was saved, and cells
/// that are one cell to whoever sees them as each of those that they cover.
/// </summary>
internal static class WorkbookSheet
{
    /// <summary>Two dates lie between 1900 and 1904, and one that never was: 29 February 1900.</summary>
    private const int DaysTo1904 = 1_462;

    /// <summary>31 December 9999.</summary>
    private const double DaysMax = 2_958_465;

    /// <exception cref="InvalidInputException">It is no workbook, or holds more than is taken.</exception>
    public static SheetContent Read(ReadOnlyMemory<byte> bytes)
    {
        using MemoryStream file = new(bytes.ToArray());
        try
        {
            if (!WorkbookFile.IsWithin(file, SheetLimits.UnpackedBytes))
            {
                throw new InvalidInputException("", SheetFaults.WorkbookTooLarge.Fill(SheetLimits.UnpackedBytes / 1024 / 1024));
            }

            using WorkbookFile book = new(file);
            (string name, string part) = book.Sheets.Count > 0 ? book.Sheets[0] : throw new InvalidDataException("No sheet is shown.");
            using XmlReader sheet = book.Open(part) ?? throw new InvalidDataException("The sheet is not there.");
            return new(Rows(sheet, book), null, null) { Sheet = name, OtherSheets = [.. book.Sheets.Skip(1).Select(other => other.Name)] };
        }
        catch (Exception unreadable) when (unreadable is not InvalidInputException)
        {
            // Whatever a file makes the readers of zip and XML throw, that file is none.
            throw new InvalidInputException("", SheetFaults.NoWorkbook.Text);
        }
    }

    private static List<SheetRow> Rows(XmlReader sheet, WorkbookFile book)
    {
        SortedDictionary<int, SheetCell[]> rows = [];
        MergedCells merged = new();
        int row = 0;
        while (sheet.Read())
        {
            if (sheet is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                row = int.TryParse(sheet.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out int named)
                    ? named : row + 1;
                SheetCell[] cells = Cells(sheet, book);
                if (cells.Length > 0 && rows.Count == SheetLimits.LinesRead)
                {
                    throw new InvalidInputException("", SheetFaults.TooManyLines.Fill(SheetLimits.LinesRead));
                }

                if (cells.Length > 0 && !rows.TryAdd(row, cells))
                {
                    throw new InvalidDataException("A row is there twice: one of them would be lost.");
                }
            }
            else if (sheet is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" })
            {
                merged.Add(sheet.GetAttribute("ref") ?? "");
            }
        }

        return [.. rows.Select(one => new SheetRow(one.Key, merged.Fill(one.Key, one.Value, rows)))];
    }

    /// <summary>Of one row, as far as something stands in it.</summary>
    private static SheetCell[] Cells(XmlReader sheet, WorkbookFile book)
    {
        List<SheetCell> cells = [];
        int depth = sheet.Depth, column = -1;
        bool isOver = sheet.IsEmptyElement;
        while (!isOver && sheet.Read() && sheet.Depth > depth)
        {
            if (sheet is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            column = sheet.GetAttribute("r") is { } reference ? MergedCells.Place(reference).Column : column + 1;
            SheetCell cell = Cell(sheet, book);
            if (!cell.IsBlank)
            {
                // One beyond the last that is taken tells that there are too many, however far out it lies.
                int at = Math.Min(column, SheetLimits.Columns);
                cells.AddRange(Enumerable.Repeat(new SheetCell(""), Math.Max(0, at + 1 - cells.Count)));
                cells[at] = cells[at].IsBlank || at == SheetLimits.Columns
                    ? cell : throw new InvalidDataException("A cell is there twice: one of them would be lost.");
            }
        }

        return [.. cells];
    }

    private static SheetCell Cell(XmlReader sheet, WorkbookFile book)
    {
        string type = sheet.GetAttribute("t") ?? "n", text = "";
        int style = int.TryParse(sheet.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out int named) ? named : 0;
        int depth = sheet.Depth;
        bool isOver = sheet.IsEmptyElement;
        while (!isOver && sheet.Read() && sheet.Depth > depth)
        {
            if (sheet is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" })
            {
                text = WorkbookFile.ReadText(sheet);
            }
        }

        return text.Length == 0 ? new("") : type switch
        {
            "s" => Text(book.Texts[int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)]),
            "b" => new(text == "1" ? "TRUE" : "FALSE"),
            "e" => new(text, IsError: true),
            "n" => Number(text, book.Formats.IsDay(style), book.IsFrom1904),
            _ => Text(text),
        };
    }

    private static SheetCell Text(string text) => new(InertText.Read(text).Trim());

    private static SheetCell Number(string text, bool isDay, bool isFrom1904)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            return Text(text);
        }

        double day = number + (isFrom1904 ? DaysTo1904 : 0);
        if (!isDay || day is < 1 or > DaysMax)
        {
            return new(number.ToString("R", CultureInfo.InvariantCulture), IsNumber: true);
        }

        // Before March 1900 nothing is due, so that the day that never was is nobody's.
        LocalDateTime moment = LocalDateTime.FromDateTime(DateTime.FromOADate(day));
        return moment.TimeOfDay == LocalTime.Midnight
            ? new($"{moment.Date:uuuu-MM-dd}", moment.Date) : new(moment.ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }
}
