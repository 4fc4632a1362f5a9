using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Journal;
using FollowUp.Operations.Sheets;
using FollowUp.Parsing.Sheets;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Parsing.Sheets;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations.Sheets;

/// <summary>
/// What goes out comes back as it was, and what was edited in it, and nothing else, is changed. Tests <see cref="Export"/>,
/// <see cref="ExportColumn{T}"/>, <see cref="ItemExport"/>, <see cref="RecordExports"/> and <see cref="ExportWords"/>.
/// </summary>
public sealed class A_file_that_goes_out
{
    private static readonly string[] Titles =
    [
        "Revise the annex", "=1+1", "+7 495", "@SUM(A1)", "'=quoted", "a; b, c", "say \"no\"", "  outer blanks  ", "-dash",
        "-5", "议定书；附件", "Проект",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("csv", "en")]
    [InlineData("csv", "ru")]
    [InlineData("xlsx", "zh")]
    public async Task comes_back_with_exactly_what_was_edited(string format, string language) => await Seeds.Each(2, async random =>
    {
        await using SheetDesk desk = await SheetDesk.Open();
        await Fill(desk, random);
        SheetDesk.Counts(await Import(desk, await Out(desk, format, language), format, "")).Should().Be((0, 0, 31, 0));

        // Edited as people do: in a program that shows what stands there, and writes it back in a form of its own.
        SheetContent content = SheetReader.Read(await Out(desk, format, language), SheetOptions.None);
        SheetTable table = SheetTable.Of(content, SheetOptions.None);
        List<string[]> rows = [.. table.Rows.Select(row => row.Cells.Select(cell => cell.Text).ToArray())];
        List<string> edits = Edit(rows, table, random);
        string edited = Csv(rows.Select(row => row.Select(InertText.Write).ToArray()).Prepend([.. table.Header]));
        JsonNode done = await Import(desk, Encoding.UTF8.GetBytes(edited), "csv", "&every.reason=edited");
        done["rows"]!.AsArray().SelectMany(row => row!["changes"]!.AsArray().Select(change => $"{row["item"]} {change!["field"]}"))
            .Should().BeEquivalentTo(edits);
        (await desk.Journal())
            .Count(entry => (string)entry["event"]! is EventNames.Amended or EventNames.Rescheduled or EventNames.HandedOver)
            .Should().Be(edits.Count);
        SheetDesk.Counts(await Import(desk, Encoding.UTF8.GetBytes(edited), "csv", "&every.reason=edited")).Should().Be((0, 0, 31, 0));
    });

    [Theory]
    [InlineData("items?agreement=minutes", "Number Id Agreement Title")]
    [InlineData("people", "Id Name")]
    public async Task of_the_register_has_a_mark_and_names_in_the_language_that_was_asked_for(string what, string names)
    {
        await using SheetDesk desk = await SheetDesk.Open();
        byte[] file = await Bytes(desk, $"/api/exports/{what}{(what.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format=csv");
        file.Should().StartWith([0xEF, 0xBB, 0xBF]);
        SheetReader.Read(file, SheetOptions.None).Rows[0].Cells.Select(cell => cell.Text).Should().StartWith(names.Split(' '));
    }

    [Fact]
    public async Task of_the_journal_can_be_checked_without_us()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        await Fill(desk, new Random(7));
        SheetContent content = SheetReader.Read(
            await Bytes(desk, "/api/agreements/minutes/exports/journal?format=csv"), SheetOptions.None);
        IEnumerable<Entry> entries = content.Rows.Skip(1)
            .Where(row => !row.IsBlank).Select(row => row.Cells.Select(cell => cell.Text is "" ? null : cell.Text).ToArray())
            .Select(cells => new Entry(
                int.Parse(cells[0]!, System.Globalization.CultureInfo.InvariantCulture),
                NodaTime.Text.InstantPattern.ExtendedIso.Parse(cells[1]!).Value,
                cells[2]!, cells[3]!, cells[4], cells[5], cells[7], cells[8]!, cells[9]!)
            {
                Through = cells[6],
                Digest = cells[10],
            });
        Chain.FindBreak(entries).Should().BeNull();
        entries.Should().HaveCountGreaterThan(30);
    }

    /// <summary>The texts of a public collection in each column that holds a text of people, and in their names.</summary>
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task computes_nothing_whoever_wrote_it(string format)
    {
        await using SheetDesk desk = await SheetDesk.Open();
        string[] corpus = [.. A_text_that_computes.Corpus.Select(one => one.Data).Where(text => !text.Any(char.IsControl))];
        JsonObject owner = Papers.PersonOf("calc");
        owner["name"] = "=cmd|' /C calc'!A0";
        (await desk.Office.Send("POST", "/api/registers", Office.Json(new JsonObject { ["people"] = new JsonArray(owner) }.ToJsonString())))
            .Status.Should().Be(200);
        SheetDesk.Counts(await desk.Do(Csv(corpus.Select((text, n) => new[]
        {
            $"{text} {n}", text, $"{text} zh", $"{text} ru", "visit", "calc", "lead", "2020-07-01",
        }).Prepend(["Number", "Title", "事项", "Поручение", "Kind", "Owner", "Issuer", "Due"])))).Should().Be((corpus.Length, 0, 0, 0));

        foreach (string path in new[] { "items?agreement=minutes&", "people?" })
        {
            IEnumerable<string> cells = await Raw(desk, $"/api/exports/{path}format={format}", format);
            cells.Should().NotContain(cell => cell.Length > 1 && "=+-@＝＋－＠".Contains(cell[0], StringComparison.Ordinal), path);
            cells.Should().Contain("'=cmd|' /C calc'!A0");
        }

        _ = await Raw(desk, $"/api/agreements/minutes/exports/journal?format={format}", format);
        SheetDesk.Counts(await Import(desk, await Out(desk, format, "en"), format, "")).Should().Be((0, 0, corpus.Length + 1, 0));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task has_rare_characters_as_themselves(string format)
    {
        const string title = "Visit 𠀀 and 😀😀";
        await using SheetDesk desk = await SheetDesk.Open();
        _ = await desk.Do(Csv([["Title", "Kind", "Owner", "Issuer", "Due"], [title, "visit", "law", "lead", "2020-07-01"]]));
        (await Raw(desk, $"/api/exports/items?agreement=minutes&format={format}", format)).Should().Contain(title);
        SheetDesk.Counts(await Import(desk, await Out(desk, format, "en"), format, "")).Should().Be((0, 0, 2, 0));
    }

    [Fact]
    public async Task of_the_ledger_has_a_line_for_each_notice()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        int rows = (await desk.Get("/api/agreements/minutes/items/protocol/ledger"))["rows"]!.AsArray().Count;
        JsonArray file = (await desk.Get("/api/agreements/minutes/exports/ledger"))["rows"]!.AsArray();
        file.Should().HaveCount(rows).And.NotBeEmpty();
        ((string)file[0]!["item"]!, (string)file[0]!["ladder"]!).Should().Be(("protocol", "receipt"));
    }

    /// <summary>Cells as they lie in the file, whatever reads them.</summary>
    private static async Task<IEnumerable<string>> Raw(SheetDesk desk, string path, string format)
    {
        using MemoryStream file = new(await Bytes(desk, path));
        if (format == "csv")
        {
            using CsvHelper.CsvParser csv = new(new StreamReader(file), System.Globalization.CultureInfo.InvariantCulture);
            List<string> cells = [];
            while (csv.Read())
            {
                cells.AddRange(csv.Record!);
            }

            return cells;
        }

        using System.IO.Compression.ZipArchive archive = new(file);
        archive.Entries.Select(entry => entry.FullName)
            .Should().NotContain(name => name.Contains("externalLink", StringComparison.Ordinal));
        using Stream sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        System.Xml.Linq.XDocument read = System.Xml.Linq.XDocument.Load(sheet);
        read.Descendants().Should().NotContain(element => element.Name.LocalName == "f", "a formula is computed");
        return [.. read.Descendants().Where(element => element.Name.LocalName is "v" or "t").Select(element => element.Value)];
    }

    private static async Task Fill(SheetDesk desk, Random random)
    {
        string[][] rows = [.. Enumerable.Range(1, 30).Select(n => new[]
        {
            random.Chance(0.5) ? $"{n}" : "", InertText.Write($"{random.One(Titles)}{(random.Chance(0.3) ? n : "")}"),
            random.Chance(0.5) ? $"题目{n}" : "", random.One("visit", "other"), random.One("law", "law-2"),
            random.Chance(0.3) ? "first;second" : "", "lead", $"2020-0{random.Next(7, 10)}-{random.Next(1, 29):00}",
            random.Chance(0.2) ? "CN,RU" : "",
            $"task-{n:000}",
        })];
        SheetDesk.Counts(await desk.Do(
            Csv(rows.Prepend(["Number", "Title", "事项", "Kind", "Owner", "Supporting", "Issuer", "Due", "Calendars", "Id"]))))
            .Should().Be((30, 0, 0, 0));
    }

    /// <summary>So many cells of different items, each to another value; which, by item and column.</summary>
    private static List<string> Edit(List<string[]> rows, SheetTable table, Random random)
    {
        List<string> edits = [];
        foreach (string[] row in rows.OrderBy(_ => random.Next()).Take(random.Next(1, 12)))
        {
            string field = random.One("title.en", "dueOn", "owner", "kind", "title.ru");
            int at = table.Columns[field];
            row[at] = field switch
            {
                "dueOn" => "01.12.2020",
                "owner" => "first",
                "kind" => row[at] == table.Rows[0].At(at).Text ? "joint-operation" : "port-cooperation",
                _ => $"Put right {row[table.Columns["id"]]}",
            };
            edits.Add($"{row[table.Columns["id"]]} {field}");
        }

        return edits;
    }

    private static string Csv(IEnumerable<string[]> rows) => string.Concat(rows.Select(
        row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));

    private static Task<JsonNode> Import(SheetDesk desk, byte[] file, string format, string query) => desk.Do(
        file, format == "csv" ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", query);

    private static Task<byte[]> Out(SheetDesk desk, string format, string language) =>
        Bytes(desk, $"/api/exports/items?agreement=minutes&format={format}&language={language}");

    private static Task<byte[]> Bytes(SheetDesk desk, string path) =>
        desk.Office.Http.GetByteArrayAsync(new Uri(path, UriKind.Relative), Cancel);
}
