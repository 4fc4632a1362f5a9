using System.Globalization;
using FollowUp.CommandLine.Client.Answers;
using Spectre.Console;

namespace FollowUp.CommandLine.Terminal;

/// <summary>Items in a list: which, whose, until when, and whose move it is.</summary>
internal static class ItemTable
{
    public static TextTable Of(IEnumerable<ItemView> items, string language)
    {
        TextTable table = new("item", "title", "owner", "due", "state", "late", "waits for");
        foreach (ItemView item in items)
        {
            table.Add(
                $"{item.Agreement}/{item.Id}", item.Title.TextIn(language), item.Owner, new Cell(item.DueOn, ColorOf(item.Slip)),
                item.State, new Cell(Days(item.DaysLate), Color.Red), Step(item.NextActions));
        }

        return table;
    }

    public static Color? ColorOf(string? slip) => slip switch
    {
        "red" => Color.Red,
        "yellow" => Color.Yellow,
        "blue" => Color.Blue,
        _ => null,
    };

    public static string Step(IReadOnlyList<StepView> steps) =>
        steps.Count == 0 ? "" : $"{string.Join(", ", steps[0].Who.DefaultIfEmpty("the other side"))}: {steps[0].Action}";

    private static string Days(int late) => late == 0 ? "" : late.ToString(CultureInfo.InvariantCulture);
}
