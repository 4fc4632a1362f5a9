using System.IO.Compression;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FollowUp.Delivery;
using FollowUp.Delivery.Languages;
using FollowUp.Journal;
using FollowUp.People;
using FollowUp.Printing;
using FollowUp.Reports;
using FollowUp.Tests.Reports.Rig;

namespace FollowUp.Tests.Printing;

/// <summary>
/// One sheet, and its two papers: HTML to print and DOCX. Tests <see cref="ReportWriter"/>, <see cref="ReportWords"/>,
/// <see cref="ChapterTables"/>, <see cref="ReportSheet"/>, <see cref="SheetText"/>, <see cref="HtmlReport"/>, <see cref="DocxReport"/>,
/// <see cref="DocxLayout"/>, <see cref="DocxTable"/>, <see cref="DocxText"/>, <see cref="PrintableText"/>, <see cref="ReportPrinter"/> and
/// <see cref="MarkupTemplates"/>.
/// </summary>
public sealed class A_report_in_words
{
    /// <summary>
    /// What somebody may write, or what lies in rows of before: markup, formulas, halves of characters, controls, long lines.
    /// </summary>
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]></w:t><w:p/>", "=cmd|' /C calc'!A0", "{{owner}} {{{style}}}",
        "</style><style>*{display:none}", "javascript:alert(1)", "a\u0000b\u0008c\u001bd\uFFFEe", "half \uD83D of a face", "\u202Eturned",
        "first\nsecond\r\nthird\u2028fourth", "&#60;b&#62; &amp;", "INCLUDETEXT \"c:\\x\" \\* MERGEFORMAT", "𠮷林 שלום", new('長', 300),
        new('W', 300),
    ];

    private static readonly RecordedMeeting Meeting = new RecordedMeeting().Takes("2020-03-02 08:00").Signs("2020-03-03 09:00")
        .Suspends("2020-04-20 09:00", "their text is not here").Takes("2020-03-02 08:00", "2020-05-11", "visit-1");

    [Theory]
    [InlineData("zh", "ru")]
    [InlineData("en", "zh")]
    [InlineData("en", "ru")]
    [InlineData("ru")]
    public void is_valid_as_a_document_in(params string[] languages) => Faults(Docx(Sheet(languages))).Should().BeEmpty();

    [Theory]
    [InlineData("zh", "ru")]
    [InlineData("en")]
    public void has_the_same_bytes_each_time(params string[] languages)
    {
        Docx(Sheet(languages)).Should().Equal(Docx(Sheet(languages)));
        HtmlReport.Render(Sheet(languages)).Should().Equal(HtmlReport.Render(Sheet(languages)));
        using ZipArchive archive = new(new MemoryStream(Docx(Sheet(languages))));
        archive.Entries.Should().OnlyContain(entry => entry.LastWriteTime.Year == 1980);
    }

    [Fact]
    public void says_the_same_side_by_side_each_day_in_the_form_of_its_language()
    {
        string html = Read(Html(Sheet("zh", "ru")));
        html.Should().Contain("自2020年4月20日起等待Ivan（俄方）（11天），原因：“their text is not here”。")
            .And.Contain("С 20 апреля 2020 г. (11 дней) ожидается другая сторона: Ivan (Российская сторона).")
            .And.Contain("<th scope=\"col\" lang=\"zh\">等待对方的事项</th><th scope=\"col\" lang=\"ru\">Ожидание другой стороны</th>")
            .And.Contain("<a href=\"https://board.example/#/agreements/2019-11-21-beijing/items/protocol-1\">#3</a>");
        html.Should().NotContain("{", "no blank is left").And.NotContain("}");
    }

    /// <summary>What a language lacks stands there in another, and says so, to eyes and to whatever reads aloud.</summary>
    [Fact]
    public void says_where_a_text_is_in_another_language()
    {
        string html = Read(Html(Sheet("ru")));
        html.Should().Contain("<p class=\"title\" lang=\"en\">Revised protocol (язык — английский)");
        html.Should().Contain("lang=\"en\">Пункт p6-2: «Both sides shall revise the protocol.» (язык — английский)");
    }

    /// <summary>An event that comes to the journal needs a sentence here, or a report would say it in the words of the store.</summary>
    [Fact]
    public void has_a_sentence_for_each_event_of_the_journal() => typeof(EventNames).GetFields()
        .Select(field => (string)field.GetRawConstantValue()!).Where(what => what != EventNames.Notice)
        .Should().OnlyContain(what => LetterLanguages.OfBuild["en"].Sentences.ContainsKey($"report.change.{what}"));

    [Fact]
    public void obeys_nothing_that_people_wrote_in_HTML()
    {
        string html = Html(HostileSheet("en", "ru"));
        html.Should().NotContainEquivalentOf("<script").And.NotContainEquivalentOf("<img").And.NotContain("</style><style")
            .And.NotContain("\0").And.NotContain("\u0008").And.NotContain("\u001b").And.Contain("{{owner}} {{{style}}}")
            .And.Contain("half \uFFFD of a face").And.Contain("&lt;script&gt;").And.NotContain("href=\"javascript");
        HtmlReport.Policy.Should().Contain("default-src 'none'").And.NotContain("unsafe");
    }

    [Fact]
    public void obeys_nothing_that_people_wrote_in_a_document()
    {
        byte[] docx = Docx(HostileSheet("zh", "ru"));
        Faults(docx).Should().BeEmpty();

        using WordprocessingDocument document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Body body = document.MainDocumentPart!.Document!.Body!;
        body.InnerText.Should()
            .Contain("<script>alert(1)</script>").And.Contain("]]></w:t><w:p/>").And.Contain("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
        body.Descendants<Hyperlink>().Should().BeEmpty();
        body.Descendants<SimpleField>().Concat(document.MainDocumentPart.FooterParts.Single().Footer!.Descendants<SimpleField>())
            .Select(field => field.Instruction!.Value).Should().Equal("PAGE", "NUMPAGES");
        body.Descendants<FieldCode>().Should().BeEmpty();
        document.MainDocumentPart.ExternalRelationships.Should().BeEmpty();
    }

    [Fact]
    public void names_its_fonts_and_languages_and_repeats_the_heads_of_its_tables()
    {
        using WordprocessingDocument document = WordprocessingDocument.Open(new MemoryStream(Docx(Sheet("zh", "ru"))), isEditable: false);
        MainDocumentPart main = document.MainDocumentPart!;
        main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<RunFonts>().Single().EastAsia!.Value.Should().Be("SimSun");
        main.FontTablePart!.Fonts!.InnerXml.Should().Contain("Noto Serif CJK SC");
        main.Document!.Descendants<Languages>().Should().OnlyContain(language => language.EastAsia!.Value == "zh-CN");
        main.Document!.Descendants<Languages>().Select(language => language.Val!.Value).Distinct()
            .Should().BeEquivalentTo(new[] { "en-GB", "ru-RU" }, "Latin words among Chinese are not broken as Chinese is");
        main.Document!.Descendants<Table>().Count(table => table.Descendants<TableHeader>().Count() == 1).Should().Be(3);
        document.PackageProperties.Subject.Should().Be("asOf=2020-05-01T01:00:00Z");
        document.PackageProperties.Title.Should().Be("议定事项落实情况报告 · Справка о выполнении договорённостей");
    }

    private static ReportSheet Sheet(params string[] languages) =>
        Written(Meeting.At("2020-05-01 09:00", since: "2020-04-30 09:00"), languages);

    private static ReportSheet HostileSheet(params string[] languages)
    {
        RecordedMeeting meeting = new();
        foreach ((string text, int n) in Hostile.Select((text, n) => (text, n)))
        {
            meeting.Takes(
                Sample.Item("2020-05-29", "2020-03-02 08:00") with { Id = $"item-{n}", Title = new() { En = text } }, "2020-03-02 08:00");
        }

        foreach (string text in Hostile)
        {
            string id = $"item-{Array.IndexOf(Hostile, text)}";
            _ = Array.IndexOf(Hostile, text) % 2 == 0
                ? meeting.Withdraws("2020-04-20 09:00", text, id)
                : meeting.Reports("2020-04-20 09:00", id: id).Confirms("2020-04-21 09:00", id, text);
        }

        return Written(meeting.At("2020-05-01 09:00", since: "2020-01-01 09:00", next: "2020-06-01"), languages);
    }

    private static ReportSheet Written(MeetingReport report, string[] languages)
    {
        Dictionary<string, Person> people = report.People()
            .ToDictionary(id => id,
            id => Sample.Person(id, calendar: id == "ivan" ? "RU" : "CN") with { Name = $"{id[..1].ToUpperInvariant()}{id[1..]}" });
        return new ReportWriter([.. languages.Select(id => LetterLanguages.OfBuild[id])], people, "https://board.example/").Write([report]);
    }

    private static byte[] Docx(ReportSheet sheet) => DocxReport.Render(sheet);

    /// <summary>Without its style.</summary>
    private static string Html(ReportSheet sheet)
    {
        string html = Encoding.UTF8.GetString(HtmlReport.Render(sheet));
        int from = html.IndexOf("<style>", StringComparison.Ordinal) + "<style>".Length;
        return html.Remove(from, html.IndexOf("</style>", StringComparison.Ordinal) - from);
    }

    /// <summary>As eyes read it.</summary>
    private static string Read(string html) => WebUtility.HtmlDecode(html).Replace('\u00A0', ' ');

    private static IEnumerable<string> Faults(byte[] docx)
    {
        using WordprocessingDocument document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return
        [
            .. new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken)
                .Select(fault => $"{fault.Path?.XPath}: {fault.Description}"),
        ];
    }
}
