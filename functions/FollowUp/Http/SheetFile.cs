using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
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
internal static partial class SheetFile
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
        WriteWholeCharacters(file);
        return file.ToArray();
    }

    /// <summary>
    /// Its writer takes each half of a character above U+FFFF for one that XML cannot have, and escapes it, which programs show as it is.
    /// </summary>
    private static void WriteWholeCharacters(MemoryStream file)
    {
        using ZipArchive archive = new(file, ZipArchiveMode.Update, leaveOpen: true);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(one => one.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using Stream part = entry.Open();
            using StreamReader reader = new(part, Encoding.UTF8);
            string escaped = reader.ReadToEnd();
            string whole = EscapedPair().Replace(escaped, pair => $"{Half(pair.Groups[1].Value)}{Half(pair.Groups[2].Value)}");
            if (whole != escaped)
            {
                part.SetLength(0);
                part.Write(Encoding.UTF8.GetBytes(whole));
            }
        }
    }

    private static char Half(string hex) => (char)ushort.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

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

    [GeneratedRegex("_x(D[89AB][0-9A-F]{2})__x(D[C-F][0-9A-F]{2})_", RegexOptions.IgnoreCase)]
    private static partial Regex EscapedPair();
}
