using System.Globalization;
using System.IO.Compression;
using FollowUp.Faults;
using MiniExcelLibs;
using NodaTime;

namespace FollowUp.Parsing.Sheets;

/// <summary>Reads the first sheet of a workbook (.xlsx): dates as dates, formulas as what they came to when it was saved.</summary>
internal static class WorkbookSheet
{
    /// <exception cref="InvalidInputException">It is no workbook, or unpacks to more than is taken.</exception>
    public static SheetContent Read(ReadOnlyMemory<byte> bytes)
    {
        using MemoryStream file = new(bytes.ToArray());
        try
        {
            RequireBounded(file);
            file.Position = 0;
            List<SheetRow> rows = [];
            foreach ((int at, IDictionary<string, object?> row) in file.Query(excelType: ExcelType.XLSX)
                .Cast<IDictionary<string, object?>>().Take(SheetLimits.LinesRead).Index())
            {
                rows.Add(new(at + 1, [.. row.Values.Take(SheetLimits.Columns + 1).Select(Cell)]));
            }

            return new(rows, null, null);
        }
        catch (Exception unreadable) when (unreadable is not InvalidInputException)
        {
            // The library promises no exception of its own: whatever a file makes it throw, that file is none.
            throw new InvalidInputException("", SheetFaults.NoWorkbook.Text);
        }
    }

    /// <summary>A file of two megabytes may unpack to two thousand.</summary>
    private static void RequireBounded(Stream file)
    {
        using ZipArchive archive = new(file, ZipArchiveMode.Read, leaveOpen: true);
        byte[] piece = new byte[64 * 1024];
        long all = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream packed = entry.Open();
            for (int read; (read = packed.Read(piece)) > 0;)
            {
                if ((all += read) > SheetLimits.UnpackedBytes)
                {
                    throw new InvalidInputException("", SheetFaults.NoWorkbook.Text);
                }
            }
        }
    }

    private static SheetCell Cell(object? value) => value switch
    {
        null => new(""),
        DateTime { TimeOfDay.Ticks: 0 } date => new(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), LocalDate.FromDateTime(date)),
        DateTime moment => new(moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        double number => new(number.ToString("R", CultureInfo.InvariantCulture), IsNumber: true),
        string text => new(InertText.Read(text).Trim()),
        _ => new(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };
}
