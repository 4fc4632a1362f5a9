using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FollowUp.Parsing.Sheets;
using Microsoft.AspNetCore.Http;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Http;

/// <summary>
/// Rows as a file for spreadsheet programs. Nothing in it is computed by them (<see cref="InertText"/>), whoever wrote the texts.
/// </summary>
internal static class SheetFile
{
    public const string Csv = "csv";
    public const string Workbook = "xlsx";

    /// <summary>Spreadsheet programs take a text without it for one in the encoding of their machine.</summary>
    private static readonly Encoding WithMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <param name="header">Names of the columns, no two alike.</param>
    /// <param name="format"><see cref="Csv"/> or <see cref="Workbook"/>.</param>
    /// <param name="language">Of its readers, whose programs part cells as is usual there.</param>
    /// <param name="name">Without its ending.</param>
    public static IResult Of(
        IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows, string format, string language, string name) =>
        format == Workbook
            ? Results.Bytes(WorkbookOf(header, rows), ContentType.Workbook, $"{name}.xlsx")
            : Results.Bytes(CsvOf(header, rows, language), $"{ContentType.Csv}; charset=utf-8", $"{name}.csv");

    private static byte[] CsvOf(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows, string language)
    {
        using MemoryStream file = new();
        using (StreamWriter text = new(file, WithMark, leaveOpen: true))
        using (CsvWriter csv = new(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            // With a comma a program set to Russian puts all into one column.
            Delimiter = language == "ru" ? ";" : ",",
            ShouldQuote = _ => true,
        }))
        {
            foreach (IReadOnlyList<object?> row in rows.Prepend(header))
            {
                foreach (object? cell in row)
                {
                    csv.WriteField(InertText.Write(Text(cell)));
                }

                csv.NextRecord();
            }
        }

        return file.ToArray();
    }

    private static byte[] WorkbookOf(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using MemoryStream file = new();
        _ = file.SaveAs(
            rows.Select(row => header.Zip(row).ToDictionary(cell => InertText.Write(cell.First), cell => Cell(cell.Second))),
            excelType: ExcelType.XLSX, configuration: new OpenXmlConfiguration { TableStyles = TableStyles.None });
        return file.ToArray();
    }

    private static object? Cell(object? value) => value switch
    {
        LocalDate day => day.ToDateTimeUnspecified(),
        int number => number,
        null => null,
        _ => InertText.Write(Text(value)),
    };

    private static string Text(object? value) => value switch
    {
        null => "",
        LocalDate day => LocalDatePattern.Iso.Format(day),
        Instant moment => InstantPattern.General.Format(moment),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
