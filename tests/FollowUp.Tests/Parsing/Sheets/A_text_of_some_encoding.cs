using System.Text;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;

namespace FollowUp.Tests.Parsing.Sheets;

/// <summary>
/// What a file is written in is found out, and where it cannot be, its sender is asked: a wrong guess would be stored. Tests
/// <see cref="SheetEncoding"/>, <see cref="CsvSheet"/>, <see cref="SheetReader"/> and <see cref="SheetContent"/>.
/// </summary>
public sealed class A_text_of_some_encoding
{
    private const string Chinese = "编号,事项,责任单位,期限\n1,修订议定书草案,法律处,2020-05-29\n";
    private const string Russian = "Номер;Поручение;Ответственный;Срок\n1;Подготовить проект протокола;Правовой отдел;29.05.2020\n";

    static A_text_of_some_encoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(Chinese, "utf-8", true, "utf-8")]
    [InlineData(Chinese, "utf-8", false, "utf-8")]
    [InlineData(Chinese, "utf-16", true, "utf-16")]
    [InlineData(Chinese, "utf-16BE", true, "utf-16be")]
    [InlineData(Chinese, "gb18030", false, "gb18030")]
    [InlineData(Russian, "utf-8", false, "utf-8")]
    [InlineData(Russian, "windows-1251", false, "windows-1251")]
    [InlineData(Russian, "utf-16", true, "utf-16")]
    public void is_found_out(string text, string encoding, bool isMarked, string name)
    {
        Encoding written = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. isMarked ? written.GetPreamble() : [], .. written.GetBytes(text)];
        SheetContent content = SheetReader.Read(bytes, SheetOptions.None);

        content.Encoding.Should().Be(name);
        content.Rows.Should().HaveCount(2);
        content.Rows[1].Cells.Should().HaveCount(4);
        string.Join(content.Delimiter, content.Rows[0].Cells.Select(cell => cell.Text)).Should().Be(text.Split('\n')[0]);
    }

    /// <summary>Names of columns that nobody knows decide nothing; usual letters do.</summary>
    [Theory]
    [InlineData("a,b\n修订议定书草案并送交对方,法律处", "gb18030")]
    [InlineData("a,b\nПодготовить проект протокола и направить,правовой отдел", "windows-1251")]
    [InlineData("a,b\nЯД,1", null)]
    [InlineData("a,b\n法,1", null)]
    public void shows_by_its_letters_where_there_are_enough(string text, string? encoding)
    {
        byte[] bytes = Encoding.GetEncoding(encoding ?? (text.Contains('法', StringComparison.Ordinal) ? "gb18030" : "windows-1251"))
            .GetBytes(text);
        if (encoding is null)
        {
            Code(bytes, SheetOptions.None).Should().Be("encoding-unclear");
            return;
        }

        SheetReader.Read(bytes, SheetOptions.None).Encoding.Should().Be(encoding);
    }

    /// <summary>Names in ASCII are the same in each encoding, and é is the same byte as a Russian letter.</summary>
    [Theory]
    [InlineData("Title,Owner,Due\nRéunion,law,2020-07-01", "windows-1252")]
    [InlineData("Title,Owner,Due\nRéunion préparée à l'été; présidée et levée à Orléans,law,2020-07-01", "windows-1252")]
    [InlineData("Title,Owner,Due\nÜbersetzung prüfen und für die Behörde übergeben; Änderungen ergänzen,law,x", "windows-1252")]
    [InlineData("Title,Owner,Due\nΠροετοιμασία του σχεδίου πρωτοκόλλου και αποστολή,law,2020-07-01", "windows-1253")]
    [InlineData("Title,Owner,Due\nПодготовить проект протокола и направить,law,2020-07-01", "koi8-r")]
    [InlineData("Title,Owner,Due\nПодготовить проект протокола и направить,law,2020-07-01", "iso-8859-5")]
    public void is_not_taken_for_Russian_where_it_is_of_another(string text, string encoding) =>
        Code(Encoding.GetEncoding(encoding).GetBytes(text), SheetOptions.None).Should().Be("encoding-unclear");

    [Theory]
    [InlineData("Title,Owner,Due\n修订议定书草案并送交对方,law,2020-05-29\n")]
    [InlineData(Chinese)]
    public void with_a_broken_byte_is_not_read_as_another(string text)
    {
        byte[] bytes = [.. Encoding.GetEncoding("gb18030").GetBytes(text), 0xFF];
        Code(bytes, SheetOptions.None).Should().Be("encoding-unclear");
    }

    [Fact]
    public void is_what_its_sender_says()
    {
        byte[] bytes = Encoding.GetEncoding("windows-1251").GetBytes("a,b\nЯД,1");
        SheetReader.Read(bytes, SheetOptions.None with { Encoding = "windows-1251" }).Rows[1].Cells[0].Text.Should().Be("ЯД");
        Code(bytes, SheetOptions.None with { Encoding = "utf-8" }).Should().Be("not-in-encoding");
    }

    [Theory]
    [InlineData("Title,Owner,Due\n\"a, b\",law,x", ",")]
    [InlineData("Title;Owner;Due\na, b;law;x", ";")]
    [InlineData("Title\tOwner\tDue\na, b\tlaw\tx", "\t")]
    [InlineData("Title|Owner|Due\na, b|law|x", "|")]
    [InlineData("sep=;\nTitle;Owner;Due\na, b;law;x", ";")]
    [InlineData("sep=;\r\nTitle;Owner;Due\r\na, b;law;x\r\n", ";")]
    public void has_the_delimiter_that_parts_its_columns(string text, string delimiter)
    {
        SheetContent content = SheetReader.Read(Encoding.UTF8.GetBytes(text), SheetOptions.None);
        content.Delimiter.Should().Be(delimiter);
        content.Rows[1].Cells.Select(cell => cell.Text).Should().Equal("a, b", "law", "x");
    }

    [Fact]
    public void counts_a_cell_of_several_lines_as_one_row()
    {
        SheetContent content = SheetReader.Read("Title,Reason\n\"a\",\"one\ntwo\"\n\nb,c"u8.ToArray(), SheetOptions.None);
        content.Rows.Where(row => !row.IsBlank).Select(row => row.Number).Should().Equal(1, 2, 4);
        content.Rows[1].Cells[1].Text.Should().Be("one\ntwo");
    }

    [Fact]
    public void may_be_all_commas_or_all_lines()
    {
        byte[] wide = Encoding.UTF8.GetBytes($"Title{new string(',', 1_500_000)}\nx\n");
        Action read = () => SheetTable.Of(SheetReader.Read(wide, SheetOptions.None), SheetOptions.None);
        read.Should().Throw<InvalidInputException>().WithMessage("*columns; at most 100 are taken*");
        byte[] blank = Encoding.UTF8.GetBytes($"Title{new string('\n', 1_500_000)}x\n");
        SheetReader.Read(blank, SheetOptions.None).Rows.Select(row => row.Number).Should().Equal(1, 1_500_001);
        Code(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("x\n", 900_000))), SheetOptions.None).Should().Be("too-many-lines");
    }

    [Theory]
    [InlineData("Title,Owner\n\"a,law\nb,law", "stray-quote")]
    [InlineData("Title,Owner\na \"b\" c,law", "stray-quote")]
    public void that_is_broken_is_refused(string text, string code) =>
        Code(Encoding.UTF8.GetBytes(text), SheetOptions.None).Should().Be(code);

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1 }, "old-workbook")]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 1, 2, 3 }, "no-workbook")]
    public void is_no_text_where_its_first_bytes_say_otherwise(byte[] bytes, string code) =>
        Code(bytes, SheetOptions.None).Should().Be(code);

    private static string Code(byte[] bytes, SheetOptions options)
    {
        Action read = () => SheetReader.Read(bytes, options);
        return FaultPhrases.OfField(read.Should().Throw<InvalidInputException>().Which.Faults[0].Detail)!.Code;
    }
}
