using FollowUp.Delivery.Languages;
using FollowUp.Reports;

namespace FollowUp.Printing;

/// <summary>The tables of one agreement's report.</summary>
/// <param name="words">A column for each.</param>
/// <param name="board">Where the board is.</param>
internal sealed class ChapterTables(IReadOnlyList<ReportWords> words, MeetingReport report, string board)
{
    private readonly Dictionary<int, ReportItem> byNumber =
        report.Sections.SelectMany(section => section.Items).ToDictionary(item => item.Number);

    public IReadOnlyList<SheetTable> All() =>
    [
        Table("figures", "column.count", "summary", report.Figures.Select(Figure)),
        .. report.DueBeforeNext.Count == 0 ? (SheetTable[])[] : [DueBefore()],
        .. report.Sections.Select(section =>
            Table("items", "column.number", $"section.{section.Code}", section.Items.Select(Item))),
        .. report.Changes.Count == 0 ? (SheetTable[])[] : [Changes()],
    ];

    private SheetTable DueBefore() => new(
        "dates", Each("column.day"), [.. words.Select(one => one.Say("section.due-before", ("on", report.Period.NextMeetingOn)))],
        [
            .. report.DueBeforeNext.Select(date => new SheetRow(
                [.. words.Select(one => one.DateOf(date.On)).Distinct()],
                [.. words.Select(one => new[] { SheetText.Line($"{date.Number}. {one.Say(date.Line)}", date.Line.Entries) })],
                LinkOf(byNumber[date.Number]))),
        ]);

    private SheetTable Changes() => Table(
        "changes", "column.number", "section.changes",
        report.Changes.GroupBy(change => change.Number).Select(changes => new SheetRow(
            [$"{changes.Key}"],
            [
                .. words.Select(one => (IReadOnlyList<SheetText>)
                [
                    one.Title(byNumber[changes.Key].Title, "title"),
                    .. changes.Select(change => SheetText.Line(
                        one.Say("change", ("on", change.On), ("what", new Written(one.Say(change.Line)))), change.Line.Entries)),
                ]),
            ],
            LinkOf(byNumber[changes.Key]))));

    private SheetRow Figure(ReportFigure figure) => new(
        [$"{figure.Count}"],
        [.. words.Select(one => new[] { SheetText.Line(one.Say($"figure.{figure.Code}"), figure.Entries) })], AgreementLink);

    private SheetRow Item(ReportItem item) => new(
        [$"{item.Number}"],
        [
            .. words.Select(one => (IReadOnlyList<SheetText>)
            [
                one.Title(item.Title, "title"),
                .. item.Clause is { } clause ? [one.Clause(clause)] : (SheetText[])[],
                .. item.Lines.Select(line => SheetText.Line(one.Say(line), line.Entries)),
            ]),
        ],
        LinkOf(item));

    private SheetTable Table(string kind, string lead, string heading, IEnumerable<SheetRow> rows) =>
        new(kind, Each(lead), Each(heading), [.. rows]);

    private string[] Each(string code) => [.. words.Select(one => one.Say(code))];

    private string AgreementLink => $"{board}#/agreements/{report.Agreement.Id}";

    private string LinkOf(ReportItem item) => $"{AgreementLink}/items/{item.Item}";
}
