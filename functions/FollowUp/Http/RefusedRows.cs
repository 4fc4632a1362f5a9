using FollowUp.Operations.Sheets;
using FollowUp.Parsing.Sheets;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>
/// The refused rows of a spreadsheet as a file of the same columns, and one more that says why: to be put right and sent.
/// </summary>
internal static class RefusedRows
{
    public static string[] Formats { get; } = [SheetFile.Csv, SheetFile.Workbook];

    /// <param name="language">Of its readers.</param>
    public static IResult Of(ImportPlan plan, string format, string language)
    {
        SheetTable table = plan.Request.Table;
        FaultWords words = new(language);
        string[] header = [.. Distinct(table.Header.Append(words.Why))];
        IEnumerable<IReadOnlyList<object?>> rows = plan.Rows.Where(row => row.Outcome == RowOutcome.Refused)
            .Select(row => (IReadOnlyList<object?>)[.. table.Header.Select((_, at) => Cell(row.Row.At(at))), Reasons(row, plan, words)]);
        return SheetFile.Of(header, rows, format, language, $"{plan.Head.Agreement.Id}-refused");
    }

    /// <summary>A row that nothing is wrong with is refused for what is wrong with the whole file.</summary>
    private static string Reasons(ImportRow row, ImportPlan plan, FaultWords words) => string.Join("\n", row.Faults.Count > 0
        ? row.Faults.Select(fault => $"{NameOf(RowReader.FieldOf(fault.Pointer), plan.Request.Table)}: {words.Of(fault)}")
        : plan.Faults.Select(fault => SheetTable.FieldOf(fault.Pointer) is { } field ? $"{field}: {words.Of(fault)}" : words.Of(fault)));

    private static string NameOf(string field, SheetTable table) => table.NameOf(field) ?? field;

    private static object Cell(SheetCell cell) => cell.Day is { } day ? day : cell.Text;

    /// <summary>A file may have columns without a name, and several of the same.</summary>
    private static IEnumerable<string> Distinct(IEnumerable<string> names)
    {
        HashSet<string> seen = [];
        foreach ((int at, string name) in names.Index())
        {
            yield return seen.Add(name) ? name : $"{name} ({at + 1})";
        }
    }
}
