using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FollowUp.Printing;

/// <summary>Lays a report out on A4: what stands beside the languages of a table is narrow, and they share the rest alike.</summary>
internal static class DocxLayout
{
    // Twentieths of a point.
    private const int PageWidth = 11_906, PageHeight = 16_838, MarginSide = 850, MarginTop = 907, MarginBottom = 1_020, MarginFoot = 510;
    private const int TextWidth = PageWidth - (2 * MarginSide);

    public static Body Body(ReportSheet sheet, string footer)
    {
        Body body = new();
        body.Append(SideBySide(sheet, n => [
            DocxText.Paragraph("Title", sheet.Titles[n], sheet.Languages[n].Id),
            .. sheet.Facts[n].Select(fact => DocxText.Paragraph("Fact", fact, sheet.Languages[n].Id)),
        ]));
        foreach (SheetChapter chapter in sheet.Chapters)
        {
            body.Append(Gap(isNewPage: chapter != sheet.Chapters[0]), SideBySide(sheet, n => Head(sheet, chapter, n)));
            foreach (SheetTable table in chapter.Tables)
            {
                body.Append(Gap(), DocxTable.Of(sheet, table, TextWidth));
            }
        }

        body.Append(
            Gap(), SideBySide(sheet, n => [.. sheet.Notes[n].Select(note => DocxText.Paragraph("Note", note, sheet.Languages[n].Id))]));
        body.Append(Gap(), Page(footer));
        return body;
    }

    public static Footer PageFooter(ReportSheet sheet)
    {
        Paragraph line = DocxText.Paragraph("Footer", $"{sheet.Title} · ", sheet.Languages[0].Id);
        line.Append(Field("PAGE"), new Run(new Text(" / ") { Space = SpaceProcessingModeValues.Preserve }), Field("NUMPAGES"));
        return new(line);
    }

    private static Paragraph[] Head(ReportSheet sheet, SheetChapter chapter, int n) =>
    [
        DocxText.Paragraph("Heading1", chapter.Headings[n].Text, chapter.Headings[n].Language ?? sheet.Languages[n].Id),
        .. chapter.Remarks[n].Select(remark => DocxText.Paragraph("Note", remark, sheet.Languages[n].Id)),
    ];

    /// <summary>A table without lines: each language on its side of the page.</summary>
    private static Table SideBySide(ReportSheet sheet, Func<int, IReadOnlyList<Paragraph>> cell)
    {
        int count = sheet.Languages.Count;
        TableRow row = new(new TableRowProperties(new CantSplit()));
        for (int n = 0; n < count; n++)
        {
            row.Append(DocxTable.Cell(TextWidth / count, cell(n)));
        }

        return DocxTable.Frame([.. Enumerable.Repeat(TextWidth / count, count)], hasLines: false, row);
    }

    /// <summary>Two tables that follow each other would be one.</summary>
    private static Paragraph Gap(bool isNewPage = false) => new(
        new ParagraphProperties(
            new PageBreakBefore { Val = isNewPage },
                new SpacingBetweenLines { Before = "0", After = "0", Line = "200", LineRule = LineSpacingRuleValues.Exact }));

    private static SimpleField Field(string code) => new(new Run(new Text("1"))) { Instruction = code };

    private static SectionProperties Page(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = PageWidth, Height = PageHeight },
        new PageMargin
        {
            Top = MarginTop,
            Bottom = MarginBottom,
            Left = MarginSide,
            Right = MarginSide,
            Header = MarginFoot,
            Footer = MarginFoot,
            Gutter = 0,
        });
}
