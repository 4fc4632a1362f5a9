using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Board.Tests.Rig;
using Microsoft.Playwright;

namespace FollowUp.Board.Tests;

/// <summary>A coordinator's list of five hundred rows comes in by the board: looked at, put right, taken in, kept up.</summary>
public sealed class A_spreadsheet_on_the_board
{
    private const int Rows = 498;

    [Fact]
    public async Task is_looked_at_put_right_taken_in_and_kept_up()
    {
        await using RunningApp app = await Bureau.Open("pilots");
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            await window.Open("#/import?agreement=talks");
            string[][] rows = List();
            string[][] spoilt = [.. rows.Select(row => (string[])row.Clone())];
            (spoilt[3][3], spoilt[7][5], spoilt[9][2], spoilt[11][1]) = ("Nobody", "31.06.2020", "party", "");
            await Choose(window, spoilt);
            await Counts(window, $"New: {Rows - 4} · changed: 0 · unchanged: 0 · refused: 4");
            ILocator refused = window.Main.Locator("tr[data-becomes=refused]");
            await Assertions.Expect(refused).ToHaveCountAsync(4);
            await Assertions.Expect(refused.First).ToContainTextAsync("Owner: “Nobody” is nobody in the register.");
            await Assertions.Expect(window.Main.GetByRole(AriaRole.Button, new() { Name = "Take in" })).ToHaveCountAsync(0);
            await window.Look("import-refused");
            await HasNoBarrier(window);
            await RefusedFileSaysWhy(window);

            await Choose(window, rows);
            await window.Button($"Take in {Rows} rows").ClickAsync();
            await Assertions.Expect(window.Main.GetByRole(AriaRole.Heading, new() { Name = "It is done" })).ToBeFocusedAsync();

            await Choose(window, rows);
            await Counts(window, $"New: 0 · changed: 0 · unchanged: {Rows} · refused: 0");
            await Assertions.Expect(window.Main.GetByRole(AriaRole.Button, new() { Name = "Take in" })).ToHaveCountAsync(0);

            Edit(rows);
            await window.Field("Reason for changes").FillAsync("as agreed in Minsk");
            await Choose(window, rows);
            await Counts(window, $"New: 0 · changed: 7 · unchanged: {Rows - 7} · refused: 0");
            await window.Look("import-changed");
            await HasNoBarrier(window);
            await window.Button("Take in 7 rows").ClickAsync();
            await Assertions.Expect(window.Main.GetByRole(AriaRole.Heading, new() { Name = "It is done" })).ToBeFocusedAsync();
        });
        string[] verbs = [.. (await Entries(app)).Select(entry => (string)entry!["event"]!)];
        verbs.Count(verb => verb is "amended" or "handed-over" or "rescheduled").Should().Be(7);
    }

    [Fact]
    public async Task whose_columns_have_other_names_is_told_which_is_which()
    {
        await using RunningApp app = await Bureau.Open("pilots");
        await Window.On(app, new Seat(IsStill: true, Expects: "422"), async window =>
        {
            await window.Open("#/import?agreement=talks");
            await Send(window, "Aufgabe;Wer;Frist\nDen Lotsen benennen;Law Desk;01.07.2020\n");
            await Assertions.Expect(window.Main.Locator(".faults")).ToContainTextAsync("No column has a name that is known here.");
            await window.Field("Title").SelectOptionAsync("Aufgabe");
            await window.Field("Owner").SelectOptionAsync("Wer");
            await window.Field("Due date").SelectOptionAsync("Frist");
            await window.Field("Kind of all new items").SelectOptionAsync("visit");
            await window.Field("Issuer of all new items").FillAsync("Head of Office");
            await window.Button("Look at it").ClickAsync();
            await Counts(window, "New: 1 · changed: 0 · unchanged: 0 · refused: 0");
            await window.Look("import-columns");
            await HasNoBarrier(window);
            await window.Button("Take in 1 row").ClickAsync();
            await window.Main.GetByRole(AriaRole.Link, new() { Name = "To the agreement" }).ClickAsync();
            await Assertions.Expect(window.Card("Den Lotsen benennen")).ToBeVisibleAsync();
        });
    }

    [Theory]
    [InlineData("zh-CN", "从表格导入")]
    [InlineData("ru-RU", "Из таблицы")]
    public async Task is_spoken_of_in_the_readers_language(string locale, string title)
    {
        await using RunningApp app = await Bureau.Open("pilots");
        await Window.On(app, new Seat(IsStill: true, Locale: locale, Width: 360), async window =>
        {
            await window.Open("#/import?agreement=talks");
            await window.Heading(title);
            await Send(window, Csv(List()[..5]));
            await Assertions.Expect(window.Main.Locator("tr[data-becomes=new]")).ToHaveCountAsync(5);
            await window.Look($"import-{locale}");
            await HasNoBarrier(window);
        });
    }

    [Fact]
    public async Task goes_out_from_the_page_of_its_agreement()
    {
        await using RunningApp app = await Bureau.Open("pilots");
        await Window.On(app, new Seat(IsStill: true), async window =>
        {
            await window.Open("#/agreements/talks");
            await window.Main.GetByText("Take it along as a file").ClickAsync();
            IDownload file = await window.Page.RunAndWaitForDownloadAsync(
                () => window.Main.GetByRole(AriaRole.Link, new() { Name = "Items, CSV" }).ClickAsync());
            (await Text(file)).Should().Contain("pilots").And.Contain("Law Desk");
            await window.Open("#/register");
            await window.Main.GetByText("Take it along as a file").ClickAsync();
            IDownload people = await window.Page.RunAndWaitForDownloadAsync(
                () => window.Main.GetByRole(AriaRole.Link, new() { Name = "People, CSV" }).ClickAsync());
            (await Text(people)).Should().Contain("law@nia.example");
        });
    }

    private static string[][] List() => [.. Enumerable.Range(1, Rows).Select(n => new[]
    {
        $"{n}", $"Task {n}", "Visit", n % 2 == 0 ? "Law Desk" : "treaty", "Head of Office",
        new DateOnly(2020, 7, 1).AddDays(n % 300).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
    })];

    /// <summary>Seven cells: two titles, two kinds, an owner and two dates.</summary>
    private static void Edit(string[][] rows)
    {
        (rows[10][1], rows[20][1], rows[30][2], rows[40][2]) = ("Task of another name", "Task called anew", "other", "Other");
        (rows[50][3], rows[60][5], rows[70][5]) = ("Deputy Director", "01.06.2021", "02.06.2021");
    }

    private static string Csv(string[][] rows) =>
        $"Number;Title;Kind;Owner;Issuer;Due\n{string.Join('\n', rows.Select(row => string.Join(';', row)))}\n";

    private static Task Choose(Window window, string[][] rows) => Send(window, Csv(rows));

    private static async Task Send(Window window, string csv)
    {
        await window.Main.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await window.Main.Locator("form button.act").ClickAsync();
    }

    private static Task Counts(Window window, string text) =>
        Assertions.Expect(window.Main.Locator(".import-answer")).ToContainTextAsync(text);

    private static async Task RefusedFileSaysWhy(Window window)
    {
        IDownload file = await window.Page.RunAndWaitForDownloadAsync(() => window.Button("Save refused rows as a file").ClickAsync());
        string[] lines = (await Text(file)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(5);
        lines[0].Should().EndWith("\"Why it was refused\"");
        lines[1].Should().Contain("\"Nobody\"").And.Contain("is nobody in the register");
    }

    private static async Task<string> Text(IDownload file)
    {
        await using Stream stream = await file.CreateReadStreamAsync();
        using StreamReader reader = new(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static async Task<JsonArray> Entries(RunningApp app) =>
        JsonNode.Parse(
            await app.Http.GetStringAsync("api/agreements/talks/journal", TestContext.Current.CancellationToken))!["entries"]!.AsArray();

    private static Task HasNoBarrier(Window window) => Fits.Everyone(window, "import");
}
