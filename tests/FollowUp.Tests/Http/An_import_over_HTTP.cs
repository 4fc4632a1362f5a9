using System.Text;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Operations.Sheets;
using FollowUp.Parsing.Sheets;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// What callers meet who send files, and take them. Tests <see cref="ImportItems"/>, <see cref="ImportOptions"/>,
/// <see cref="RefusedRows"/>, <see cref="FaultWords"/>,
/// <see cref="SheetFile"/>, <see cref="ExportItems"/>, <see cref="ExportRecords"/>, <see cref="ExportAnswer"/>,
/// <see cref="ImportResponse"/>, <see cref="ImportRowResponse"/>, <see cref="ImportFaultResponse"/>, <see cref="ContentType"/> and
/// <see cref="ImportOutdatedException"/>.
/// </summary>
public sealed class An_import_over_HTTP
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Bad =
        "Number,Title,Owner,Kind,Issuer,Due\n1,=cmd,nobody,visit,lead,2020-07-01\n2,Fine,law,visit,lead,2020-07-01\n3,,law,visit,lead,soon\n";

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", Workbook)]
    public async Task gives_back_the_refused_rows_each_with_why(string format, string type)
    {
        await using SheetDesk desk = await SheetDesk.Open();
        Answer answer = await desk.Send(Bad, $"&format={format}");
        answer.Status.Should().Be(200);
        answer.Message.Content.Headers.ContentType!.MediaType.Should().Be(type);
        answer.Message.Content.Headers.ContentDisposition!.FileName.Should().Be($"minutes-refused.{format}");
        SheetContent file =
            SheetReader.Read(await answer.Message.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), SheetOptions.None);

        file.Rows[0].Cells.Select(cell => cell.Text)
            .Should().Equal("Number", "Title", "Owner", "Kind", "Issuer", "Due", "Why it was refused");
        file.Rows.Should().HaveCount(3);
        file.Rows[1].Cells.Select(cell => cell.Text).Should().StartWith(["1", "=cmd", "nobody"]);
        file.Rows[1]
            .At(6).Text.Should().Be("Owner: “nobody” is nobody in the register. Please write an id, a name or a mail address that is.");
        file.Rows[2].At(6).Text.Should()
            .Contain("Title: Please give the text in at least one language").And.Contain("\nDue: Please write a date like");
    }

    [Theory]
    [InlineData(
        "ru", ';', "Почему отклонено", "Due: Такого дня нет: в этом месяце 31 день.", "Plan: В реестре нет плана nowhere (есть default).")]
    [InlineData("zh", ',', "退回原因", "Due: 没有这一天：该月只有 31 天。", "Plan: 登记册中没有方案 nowhere（现有 default）。")]
    public async Task says_why_in_the_language_of_whoever_asked(string language, char between, string why, string first, string second)
    {
        await using SheetDesk desk = await SheetDesk.Open();
        Answer answer = await desk.Send(
            "Title,Owner,Kind,Issuer,Due,Plan\nx,law,visit,lead,2020-07-32,nowhere\n", $"&format=csv&language={language}");
        string[] lines = (await answer.Message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        lines[0].Should().EndWith($"{between}\"{why}\"");
        lines[1].Should().Contain($"{between}\"{first}\n{second}");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task says_of_each_row_what_is_wrong_with_the_whole_file(string format)
    {
        await using SheetDesk desk = await SheetDesk.Open();
        Answer answer =
            await desk.Send("Title,Owner,Issuer,Due\nFine,law,lead,2020-07-01\nBad,nobody,lead,2020-07-01\n", $"&format={format}");
        SheetContent file =
            SheetReader.Read(await answer.Message.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), SheetOptions.None);
        file.Rows[1].At(4).Text.Should().StartWith("kind: New items need this, and no column has it.");
        file.Rows[2].At(4).Text.Should().StartWith("Owner: “nobody” is nobody in the register.");
    }

    [Fact]
    public async Task takes_the_refused_rows_back_once_they_are_put_right()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        Answer answer = await desk.Send(Bad, "&format=csv");
        string text = (await answer.Message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .Replace("\"nobody\"", "\"law\"", StringComparison.Ordinal).Replace("\"3\",\"\"", "\"3\",\"Third\"", StringComparison.Ordinal)
            .Replace("\"soon\"", "\"2020-07-02\"", StringComparison.Ordinal);
        SheetDesk.Counts(await desk.Do(text)).Should().Be((2, 0, 0, 0));
        ((string)(await desk.Get("/api/agreements/minutes/items/item-0001"))["title"]!["en"]!).Should().Be("=cmd");
    }

    [Theory]
    [InlineData("text/csv", "{\"by\":\"desk\"}", 422, "invalid-input")]
    [InlineData("application/json", "Title\nx", 415, "unsupported")]
    [InlineData("text/csv", "Title,Owner\n", 422, "invalid-input")]
    [InlineData("text/csv", "", 422, "invalid-input")]
    [InlineData(Workbook, "PK\u0003\u0004 and nothing behind it", 422, "invalid-input")]
    public async Task says_what_cannot_be_read(string type, string body, int status, string problem)
    {
        await using SheetDesk desk = await SheetDesk.Open();
        Answer answer = await desk.Send(Encoding.UTF8.GetBytes(body), type);
        (answer.Status, answer.Problem).Should().Be((status, problem), answer.Text);
    }

    [Theory]
    [InlineData("&column.colour=x", "/column.colour")]
    [InlineData("&every.number=1", "/every.number")]
    [InlineData("&dateOrder=ymd", "/dateOrder")]
    [InlineData("&encoding=latin-1", "/encoding")]
    [InlineData("&column.title=a&column.title.en=b", "/column.title.en")]
    [InlineData("&column.owner=", "/column.owner")]
    public async Task refuses_what_it_would_pass_over(string query, string pointer)
    {
        await using SheetDesk desk = await SheetDesk.Open();
        Answer answer = await desk.Send(Bad, query);
        answer.Status.Should().Be(422);
        answer.Pointers.Should().Equal(pointer);
    }

    [Fact]
    public async Task takes_a_used_token_for_the_same_alone()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        const string list = "Title,Owner,Kind,Issuer,Due\nFine,law,visit,lead,2020-07-01\n";
        string? token = (string?)(await desk.Send(list)).Body!["preview"];
        (await desk.Send(list, $"&preview={token}")).Status.Should().Be(201);
        (await desk.Send(list, $"&preview={token}")).Status.Should().Be(200);
        Answer other = await desk.Send(list, $"&preview={token}&dateOrder=dmy");
        (other.Status, (string?)other.Body!["code"]).Should().Be((412, "import-outdated"), other.Text);
    }

    [Theory]
    [InlineData("kind=nonsense", "/every.kind")]
    [InlineData("dueOn=2020-99-99", "/every.dueOn")]
    [InlineData("owner=nobody", "/every.owner")]
    [InlineData("plan=nowhere", "/every.plan")]
    [InlineData("calendars=XX", "/every.calendars")]
    [InlineData("clause=p99", "/every.clause")]
    [InlineData("timeZone=China&every.issuer=nobody", "/every.issuer", "/every.timeZone")]
    public async Task refuses_what_cannot_hold_for_all_though_each_row_says_its_own(string every, params string[] pointers)
    {
        await using SheetDesk desk = await SheetDesk.Open();
        const string whole = "Title,Owner,Kind,Issuer,Due,Plan,Calendars,Time zone,Clause\n"
            + "Fine,law,visit,lead,2020-07-01,default,CN,Asia/Shanghai,\n";
        Answer answer = await desk.Send(whole, $"&every.{every}");
        (answer.Status, answer.Problem).Should().Be((422, "invalid-input"), answer.Text);
        answer.Pointers.Should().BeEquivalentTo(pointers);
        SheetDesk.Counts((await desk.Send(whole, "&every.kind=other&every.owner=law&every.dueOn=2020-07-05&every.issuer=law")).Body!)
            .Should().Be((1, 0, 0, 0));
    }

    [Fact]
    public async Task takes_five_hundred_rows_and_no_more()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        string Rows(int count) => "Title,Owner,Kind,Issuer,Due\n"
            + string.Concat(Enumerable.Range(1, count).Select(n => $"Task {n},law,visit,lead,2020-07-01\n"));
        (await desk.Send(Rows(501))).Text.Should().Contain("too-many-rows");
        (await desk.Send(Rows(500))).Text.Should().Contain("agreement-full", "the agreement has an item already");
        SheetDesk.Counts((await desk.Send(Rows(499))).Body!).Should().Be((499, 0, 0, 0));
    }

    [Theory]
    [InlineData("/api/exports/items", "csv", "text/csv")]
    [InlineData("/api/exports/items", "xlsx", Workbook)]
    [InlineData("/api/exports/items", "json", "application/json")]
    [InlineData("/api/exports/people", "xlsx", Workbook)]
    [InlineData("/api/agreements/minutes/exports/ledger", "csv", "text/csv")]
    [InlineData("/api/agreements/minutes/exports/journal", "xlsx", Workbook)]
    public async Task goes_the_other_way_in_each_form(string path, string format, string type)
    {
        await using SheetDesk desk = await SheetDesk.Open();
        Answer answer = await desk.Office.Send("GET", $"{path}?format={format}&language=ru");
        answer.Status.Should().Be(200, answer.Text);
        answer.Message.Content.Headers.ContentType!.MediaType.Should().Be(type);
        if (format != "json")
        {
            byte[] file = await answer.Message.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            SheetReader.Read(file, SheetOptions.None).Rows.Should().HaveCountGreaterThan(1);
        }
    }
}
