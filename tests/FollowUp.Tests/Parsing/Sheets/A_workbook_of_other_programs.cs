using System.Diagnostics;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using FollowUp.Tests.Parsing.Sheets.Rig;
using NodaTime;

namespace FollowUp.Tests.Parsing.Sheets;

/// <summary>
/// What programs write that are not ours, and people who mean harm. Tests <see cref="WorkbookFile"/>, <see cref="CellFormats"/>,
/// <see cref="MergedCells"/> and <see cref="SheetCell"/>.
/// </summary>
public sealed class A_workbook_of_other_programs
{
    /// <summary>29 May 2020, counted from 1900.</summary>
    private const int May29 = 43_980;

    [Theory]
    [InlineData("14")]
    [InlineData("22")]
    [InlineData("31")]
    [InlineData("58")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"")]
    [InlineData("[$-419]d mmmm yyyy;@")]
    [InlineData("dd\\.mm\\.yyyy")]
    [InlineData("mmm-yy")]
    public void shows_days_in_its_own_way(string format)
    {
        Cell(new HandMadeWorkbook { Formats = [format] }, $"<c r=\"A1\" s=\"1\"><v>{May29}</v></c>").Day.Should()
            .Be(new LocalDate(2020, 5, 29));
        Cell(new HandMadeWorkbook { Formats = [format], IsFrom1904 = true }, $"<c r=\"A1\" s=\"1\"><v>{May29 - 1462}</v></c>")
            .Day.Should().Be(new LocalDate(2020, 5, 29), "old programs on Macs count from 1904");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("20")]
    [InlineData("49")]
    [InlineData("0.00E+00")]
    [InlineData("#,##0 \"days\"")]
    [InlineData("[Red]0")]
    [InlineData("[h]:mm")]
    public void shows_numbers_that_are_no_days(string format) =>
        Cell(new HandMadeWorkbook { Formats = [format] }, $"<c r=\"A1\" s=\"1\"><v>{May29}</v></c>")
            .Should().Be(new SheetCell("43980", IsNumber: true));

    [Theory]
    [InlineData("<c r=\"A1\"><f>1+1</f><v>2</v></c>", "2")]
    [InlineData("<c r=\"A1\" t=\"str\"><f>HYPERLINK(\"https://evil.example\")</f><v>click</v></c>", "click")]
    [InlineData("<c r=\"A1\" t=\"str\"><f>NOW()</f></c>", "")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>0</v></c>", "Revise it")]
    [InlineData("<c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> Revise </t></is></c>", "Revise")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE")]
    [InlineData("<c r=\"A1\" t=\"inlineStr\"><is><t>one_x000A_two</t></is></c>", "one\ntwo")]
    [InlineData("<c r=\"A1\"><v>-12.5</v></c>", "-12.5")]
    [InlineData("<c r=\"A1\" s=\"1\"><v>99999999999</v></c>", "99999999999")]
    public void has_what_a_cell_shows_and_no_formula(string cell, string text)
    {
        HandMadeWorkbook book = new()
        {
            Formats = ["14"],
            SharedTexts = ["<r><t>Revise</t></r><r><t xml:space=\"preserve\"> it</t></r><rPh><t>x</t></rPh>"],
        };
        Cell(book, cell).Text.Should().Be(text);
    }

    [Fact]
    public void says_where_its_formulas_failed() =>
        Cell(new(), "<c r=\"A1\" t=\"e\"><f>A9</f><v>#REF!</v></c>").Should().Be(new SheetCell("#REF!", IsError: true));

    [Fact]
    public void is_read_as_far_as_it_is_shown()
    {
        SheetContent content = Read(new HandMadeWorkbook()
            .With("Old", Row(1, "secret"), state: "hidden").With("Older", Row(1, "secret"), state: "veryHidden")
            .With("List", Row(3, "Title") + "<row r=\"4\"/>" + Row(900_000, "Revise")).With("Notes", Row(1, "x")));
        content.Rows.Select(row => $"{row.Number} {row.At(0).Text}").Should().Equal("3 Title", "900000 Revise");
        (content.Sheet, string.Join('|', content.OtherSheets)).Should().Be(("List", "Notes"));
    }

    [Fact]
    public void has_in_each_of_its_merged_cells_what_stands_in_the_first()
    {
        SheetContent content = Read(new HandMadeWorkbook().With("List",
            Row(1, "Title", "Owner") + Row(2, "one", "law") + Row(3, "two") + Row(4, "three", "desk"), behind:
            "<mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"A9:XFD1048576\"/></mergeCells>"));
        content.Rows.Select(row => $"{row.At(0).Text} {row.At(1).Text}").Should().Equal("Title Owner", "one law", "two law", "three desk");
    }

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE w SYSTEM \"https://evil.example/x.dtd\">")]
    public void is_no_workbook_where_it_declares_what_its_letters_mean(string prolog) =>
        Code(new HandMadeWorkbook { Prolog = prolog }.With("List", Row(1, "Title"))).Should().Be("no-workbook");

    [Fact]
    public void is_no_workbook_where_something_is_there_twice()
    {
        Code(new HandMadeWorkbook().With("List", Row(1, "Title") + Row(2, "one") + Row(2, "two"))).Should().Be("no-workbook");
        Code(new HandMadeWorkbook().With("List", "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"))
            .Should().Be("no-workbook");
    }

    [Fact]
    public void may_be_as_wide_and_as_long_as_programs_make_them()
    {
        Stopwatch watch = Stopwatch.StartNew();
        string far = "<c r=\"XFD2\" t=\"inlineStr\"><is><t>x</t></is></c>";
        SheetContent content = Read(new HandMadeWorkbook().With("List", Row(1, "Title") + $"<row r=\"2\">{far}</row>"));
        content.Rows[1].Cells.Should().HaveCount(SheetLimits.Columns + 1, "that there are too many is said, and no more of them kept");
        Read(new HandMadeWorkbook().With("List", Row(1, "Title") + Rows(200_000, n => $"<row r=\"{n}\"/>"))).Rows.Should().HaveCount(1);
        Code(new HandMadeWorkbook().With("List", Rows(200_000, n => Row(n, "x")))).Should().Be("too-many-lines");
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20), "none of it is more work than reading it");
    }

    private static string Rows(int count, Func<int, string> row) => string.Concat(Enumerable.Range(2, count).Select(row));

    private static string Row(int number, params string[] texts) => $"<row r=\"{number}\">{string.Concat(texts.Select((text, at) =>
        $"<c r=\"{(char)('A' + at)}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";

    private static SheetCell Cell(HandMadeWorkbook book, string cell) =>
        Read(book.With("List", $"<row r=\"1\">{cell}<c r=\"B1\"><v>1</v></c></row>")).Rows[0].At(0);

    private static SheetContent Read(HandMadeWorkbook book) => SheetReader.Read(book.Bytes(), SheetOptions.None);

    private static string Code(HandMadeWorkbook book)
    {
        Action read = () => Read(book);
        return FaultPhrases.OfField(read.Should().Throw<InvalidInputException>().Which.Faults[0].Detail)!.Code;
    }
}
