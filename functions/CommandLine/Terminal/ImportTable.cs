using System.Globalization;
using FollowUp.CommandLine.Client.Answers;
using Spectre.Console;

namespace FollowUp.CommandLine.Terminal;

/// <summary>What each row of a spreadsheet becomes; of refused ones, what stands there and what is wrong.</summary>
internal static class ImportTable
{
    public static TextTable Of(ImportView import, string language)
    {
        TextTable table = new("row", "becomes", "item", "title", "owner", "due", "what");
        foreach (ImportRowView row in import.Rows)
        {
            table.Add(
                row.Row.ToString(CultureInfo.InvariantCulture), new Cell(row.Becomes, ColorOf(row.Becomes)), row.Item,
                row.Title?.TextIn(language) ?? string.Join(" | ", row.Cells ?? []), row.Owner, row.DueOn, What(row));
        }

        return table;
    }

    public static string Sum(ImportView import) => string.Create(
        CultureInfo.InvariantCulture,
        $"{import.Added} new, {import.Changed} changed, {import.Unchanged} unchanged, {import.Refused} refused");

    private static string What(ImportRowView row) => string.Join("; ",
        row.Changes.Select(change => $"{change.Field}: {change.Was} → {change.Now}")
            .Concat(row.Faults.Select(fault => $"{fault.Column ?? fault.Field}: {fault.Detail}")));

    private static Color? ColorOf(string becomes) => becomes switch
    {
        "new" => Color.Green,
        "changed" => Color.Yellow,
        "refused" => Color.Red,
        _ => null,
    };
}
