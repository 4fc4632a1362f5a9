using Spectre.Console;

namespace FollowUp.CommandLine.Terminal;

/// <summary>Rows of inert texts below headings, or with none; nothing in a cell is markup.</summary>
internal sealed class TextTable
{
    /// <summary>What may be folded; ids and days stay whole, even in a narrow window.</summary>
    private static readonly string[] Prose = ["title", "why", "what", ""];

    private readonly Table table = new Table().NoBorder();

    public TextTable(params IEnumerable<string> headings)
    {
        foreach (string heading in headings)
        {
            _ = table.AddColumn(new TableColumn(new Text(heading, new(decoration: Decoration.Bold)))
            {
                Padding = new(0, 0, 2, 0),
                NoWrap = !Prose.Contains(heading),
            });
        }
    }

    /// <summary>A fact a row: its name, and what it is.</summary>
    public static TextTable OfFacts()
    {
        TextTable facts = new("", "");
        _ = facts.table.HideHeaders();
        return facts;
    }

    public void Add(params IEnumerable<Cell> cells) =>
        table.AddRow(cells.Select(cell => new Text(TerminalText.Inert(cell.Text), cell.Color is { } color ? new(color) : null)));

    public void ShowOn(Screen screen) => screen.Show(table);
}

/// <summary>What stands in a column of a row.</summary>
internal readonly record struct Cell(string? Text, Color? Color = null)
{
    public static implicit operator Cell(string? text) => new(text);
}
