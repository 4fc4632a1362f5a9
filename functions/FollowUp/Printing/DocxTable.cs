using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FollowUp.Printing;

/// <summary>A table of a report: its head comes again on each page, and no row is torn in two that has room on one.</summary>
internal static class DocxTable
{
    // Twentieths of a point; a day takes more than a number.
    private const int NumberWidth = 900, DayWidth = 2_080;

    private const string HeadShade = "E7EBF0";

    public static Table Of(ReportSheet sheet, SheetTable table, int width)
    {
        int lead = table.Kind == "dates" ? DayWidth : NumberWidth;
        int column = (width - lead) / sheet.Languages.Count;
        int[] widths = [lead, .. Enumerable.Repeat(column, sheet.Languages.Count)];
        return Frame(widths, hasLines: true, [Head(sheet, table, widths), .. table.Rows.Select(row => Row(sheet, row, widths))]);
    }

    public static Table Frame(IReadOnlyList<int> widths, bool hasLines, params OpenXmlElement[] rows)
    {
        TableProperties properties = new();
        properties.Append(new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa });
        if (hasLines)
        {
            properties.Append(Lines());
        }

        properties.Append(new TableLayout { Type = TableLayoutValues.Fixed });
        Table frame = new(properties, new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })));
        frame.Append(rows);
        return frame;
    }

    public static TableCell Cell(int width, IReadOnlyList<Paragraph> paragraphs, string? shade = null)
    {
        TableCellProperties properties = new(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa });
        if (shade is not null)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = shade });
        }

        TableCell cell = new(properties);

        // A cell without a paragraph is none.
        cell.Append(paragraphs.Count > 0 ? paragraphs : [new Paragraph()]);
        return cell;
    }

    private static TableRow Head(ReportSheet sheet, SheetTable table, int[] widths)
    {
        TableRow head = new(new TableRowProperties(new CantSplit(), new TableHeader()));
        head.Append(Cell(widths[0], [.. table.Lead.Select((lead, n) => Lead(lead, sheet.Languages[n].Id, "ColumnHead"))], HeadShade));
        for (int n = 0; n < sheet.Languages.Count; n++)
        {
            head.Append(Cell(widths[n + 1], [DocxText.Paragraph("ColumnHead", table.Headings[n], sheet.Languages[n].Id)], HeadShade));
        }

        return head;
    }

    private static TableRow Row(ReportSheet sheet, SheetRow row, int[] widths)
    {
        TableRow laid = new(new TableRowProperties(new CantSplit()));
        laid.Append(Cell(widths[0], [.. row.Lead.Select((lead, n) => Lead(lead, sheet.Languages[n].Id, "Lead"))]));
        for (int n = 0; n < sheet.Languages.Count; n++)
        {
            string language = sheet.Languages[n].Id;
            laid.Append(Cell(widths[n + 1], [.. row.Cells[n].Select(text => DocxText.Paragraph(text, language))]));
        }

        return laid;
    }

    private static Paragraph Lead(string text, string language, string style)
    {
        Paragraph lead = DocxText.Paragraph(style, text, language);
        lead.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Center };
        return lead;
    }

    private static TableBorders Lines() => new(
        Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(),
        Line<InsideVerticalBorder>());

    private static TBorder Line<TBorder>()
        where TBorder : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "555555" };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
