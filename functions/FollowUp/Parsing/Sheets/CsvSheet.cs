using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FollowUp.Faults;

namespace FollowUp.Parsing.Sheets;

/// <summary>Reads a text whose cells are parted by commas, semicolons, tabs or strokes: whichever names the most known columns.</summary>
internal static class CsvSheet
{
    private static readonly string[] Delimiters = [",", ";", "\t", "|"];

    /// <summary>What programs save where a formula failed.</summary>
    private static readonly string[] Failures = ["#REF!", "#VALUE!", "#NAME?", "#N/A", "#DIV/0!", "#NULL!", "#NUM!"];

    /// <exception cref="InvalidInputException">It is no such text.</exception>
    public static SheetContent Read(ReadOnlySpan<byte> bytes, SheetOptions options)
    {
        (string text, string encoding) = SheetEncoding.Decode(bytes, options.Encoding, some => CountBeyondAscii(some, options));
        (string rest, string? said) = WithoutDelimiterLine(text);
        string delimiter = said ?? Best(rest, options);
        List<SheetRow> rows = [];
        foreach ((int at, string[] record) in Records(rest, delimiter, isStrict: true).Index())
        {
            SheetRow row = new(at + 1, [.. record.Select(Cell)]);
            if (!row.IsBlank)
            {
                rows.Add(rows.Count < SheetLimits.LinesRead
                    ? row : throw new InvalidInputException("", SheetFaults.TooManyLines.Fill(SheetLimits.LinesRead)));
            }
        }

        return new(rows, encoding, delimiter);
    }

    private static SheetCell Cell(string text) =>
        InertText.Read(text).Trim() is var read && Failures.Contains(read) ? new(read, IsError: true) : new(read);

    /// <summary>The delimiter that splits the first lines best.</summary>
    private static string Best(string text, SheetOptions options) => Delimiters
        .Select(delimiter => (delimiter, lines: Records(text, delimiter, isStrict: false).Take(SheetLimits.LinesAboveHeader).ToList()))
        .Select(one => (one.delimiter,
            known: one.lines.Select(options.CountKnown).DefaultIfEmpty().Max(),
            cells: one.lines.Select(line => line.Length).DefaultIfEmpty().Max()))
        .OrderByDescending(one => one.known).ThenByDescending(one => one.cells)
        .Select(one => one.delimiter).First();

    /// <summary>How many known names a line has that are not in ASCII alone.</summary>
    private static int CountBeyondAscii(string text, SheetOptions options) => Delimiters
        .SelectMany(delimiter => Records(text, delimiter, isStrict: false).Take(SheetLimits.LinesAboveHeader))
        .Select(line => options.CountKnown(line.Where(name => !Ascii.IsValid(name)))).DefaultIfEmpty().Max();

    /// <summary>What some programs write above the first line, and show to nobody: <c>sep=;</c>.</summary>
    private static (string Text, string? Delimiter) WithoutDelimiterLine(string text) =>
        text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.IndexOf('\n', StringComparison.Ordinal) is var end and (5 or 6)
            ? (text[(end + 1)..], text[4..5]) : (text, null);

    /// <exception cref="InvalidInputException">A quotation mark stands where none can; only where it is strict.</exception>
    private static IEnumerable<string[]> Records(string text, string delimiter, bool isStrict)
    {
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = !isStrict ? null : bad => throw new InvalidInputException(
                "", SheetFaults.StrayQuote.Fill(bad.Context.Parser!.Row)),
        };
        using CsvParser parser = new(new StringReader(text), configuration);
        while (parser.Read())
        {
            // One more than is taken tells that there are too many: two megabytes of commas are two million cells.
            yield return parser.Count > SheetLimits.Columns ? parser.Record![..(SheetLimits.Columns + 1)] : parser.Record!;
        }

        if (isStrict && text.Count(letter => letter == '"') % 2 != 0)
        {
            throw new InvalidInputException("", SheetFaults.StrayQuote.Fill(parser.Row));
        }
    }
}
