using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Printing;
using FollowUp.Tests.Access.Rig;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Tests <see cref="GetReport"/>, <see cref="ReportOptions"/>, <see cref="ReportAnswers"/>, <see cref="MeetingReports"/>,
/// <see cref="MeetingReportResponse"/> and <see cref="AgreementReportResponse"/>.
/// </summary>
public sealed class A_report_over_HTTP(Office office, GuardedOffice guarded) : IClassFixture<Office>, IClassFixture<GuardedOffice>
{
    private const string Report = "/api/agreements/minutes/report";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Laws 10 and 17.
    [Fact]
    public async Task is_the_same_again_byte_for_byte_and_leaves_nothing_behind()
    {
        string asOf = (string)(await office.Send("GET", Report)).Body!["asOf"]!;
        string[] questions =
            [.. ReportOptions.Formats.Select(format => $"{Report}?asOf={asOf}&nextMeeting=2020-07-01&languages=zh,en&format={format}")];
        IReadOnlyList<string> stored = await office.Stored();
        byte[][] first = [await Bytes(questions[0]), await Bytes(questions[1]), await Bytes(questions[2])];
        (await office.Stored()).Should().Equal(stored, "reading changes nothing");

        office.Advance(TimeSpan.FromMinutes(1));
        await Put("receipt", """{"by":"law"}""");
        await Put("withdrawal", """{"by":"desk","reason":"agreed otherwise"}""");

        byte[][] second = [await Bytes(questions[0]), await Bytes(questions[1]), await Bytes(questions[2])];
        second.Should().BeEquivalentTo(first, how => how.WithStrictOrdering());
        (await office.Send("GET", Report)).Text.Should().Contain("agreed otherwise");
    }

    [Fact]
    public async Task comes_as_a_page_that_runs_nothing_or_as_a_file()
    {
        Answer html = await office.Send("GET", $"{Report}?format=html");
        html.Message.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        html.Message.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("default-src 'none'; style-src 'sha256-");
        html.Text.Should().Contain("<html lang=\"en\"").And.Contain("lang=\"zh\"", "its title has both");

        Answer docx = await office.Send("GET", $"{Report}?format=docx&languages=zh&asOf=2020-05-11T02:00:00Z");
        docx.Message.Content.Headers.ContentType!.ToString().Should().Be(DocxReport.Type);
        docx.Message.Content.Headers.ContentDisposition!.ToString().Should()
            .StartWith("attachment; filename=report-minutes-2020-05-11-zh.docx");
    }

    [Theory]
    [InlineData("asOf=yesterday", "/asOf", "must be an instant like*")]
    [InlineData("asOf=2020-05-11T10:00:00", "/asOf", "must be an instant like*")]
    [InlineData("asOf=2030-01-01T00:00:00Z", "/asOf", "lies ahead*")]
    [InlineData("asOf=2020-05-11T00:00:00Z&since=2020-05-11T00:00:00Z", "/since", "must lie before asOf*")]
    [InlineData("nextMeeting=2020-05-01", "/nextMeeting", "must not lie before asOf*")]
    [InlineData("nextMeeting=soon", "/nextMeeting", "must be a date like*")]
    [InlineData("languages=zh,ru,en", "/languages", "must be one or two of en, zh, ru*")]
    [InlineData("languages=zh,zh", "/languages", "must be one or two of en, zh, ru*")]
    [InlineData("languages=fr", "/languages", "must be one or two of en, zh, ru*")]
    [InlineData("format=pdf", "/format", "must be one of json, html, docx")]
    [InlineData("agreement=minutes", "/agreement", "is not known here*")]
    public async Task refuses_what_it_cannot_be_asked(string query, string pointer, string detail)
    {
        Answer answer = await office.Send("GET", $"{Report}?{query}");
        (answer.Status, answer.Pointers.Single()).Should().Be((422, pointer), answer.Text);
        ((string)answer.Body!["errors"]![0]!["detail"]!).Should().Match(detail);
    }

    [Fact]
    public async Task names_all_that_is_wrong_with_a_question() =>
        (await office.Send("GET", $"{Report}?asOf=2030-01-01T00:00:00Z&since=2030-01-01T00:00:00Z&languages=x")).Pointers
            .Should().BeEquivalentTo("/asOf", "/since", "/languages");

    [Theory]
    [InlineData("", "/agreements", "is required")]
    [InlineData("?agreements=", "/agreements", "is empty*")]
    [InlineData("?agreements=minutes,minutes", "/agreements", "names one of them twice*")]
    [InlineData("?agreements=minutes,No%20Id", "/agreements", "has No Id, which is no id*")]
    [InlineData("?agreements=a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u", "/agreements", "names 21; at most 20*")]
    public async Task of_several_says_which_it_takes(string query, string pointer, string detail)
    {
        Answer answer = await office.Send("GET", $"/api/reports/meeting{query}");
        (answer.Status, answer.Pointers.Single()).Should().Be((422, pointer), answer.Text);
        ((string)answer.Body!["errors"]![0]!["detail"]!).Should().Match(detail);
    }

    [Fact]
    public async Task of_several_is_theirs_who_may_read_each_of_them()
    {
        Answer both = await guarded.Get(GuardedOffice.Person("office"), "/api/reports/meeting?agreements=minutes,others");
        both.Body!["agreements"]!.AsArray().Select(one => (string)one!["agreement"]!).Should().Equal("minutes", "others");

        Answer anothers = await guarded.Get(GuardedOffice.Person("law"), "/api/reports/meeting?agreements=minutes,others");
        Answer nothing = await guarded.Get(GuardedOffice.Person("law"), "/api/reports/meeting?agreements=minutes,nothing");
        (anothers.Status, nothing.Status, anothers.Problem).Should().Be((403, 403, "forbidden"));
        nothing.Text.Replace("nothing", "others", StringComparison.Ordinal).Should().Be(anothers.Text, "that there is one is not told");
        (await guarded.Get(GuardedOffice.Person("auditor"), "/api/reports/meeting?agreements=nothing")).Status.Should().Be(404);
    }

    [Fact]
    public async Task has_the_items_that_its_reader_may_see_and_says_so()
    {
        JsonNode part = (await guarded.Get(GuardedOffice.Person("law"), Report)).Body!["agreements"]![0]!;
        ((bool)part["isPartial"]!, Items(part)).Should().Be((true, "protocol"));
        JsonNode whole = (await guarded.Get(GuardedOffice.Person("desk"), Report)).Body!["agreements"]![0]!;
        ((bool)whole["isPartial"]!, Items(whole)).Should().Be((false, "protocol visit"));
        (await guarded.Get(GuardedOffice.Person("law"), $"{Report}?format=html&languages=en")).Text
            .Should().Contain("It has the items that its reader may see").And.NotContain("Revise the visit");
    }

    private static string Items(JsonNode report) => string.Join(
        ' ', report["sections"]!.AsArray()
            .SelectMany(section => section!["items"]!.AsArray()).Select(item => (string)item!["item"]!).Order());

    private async Task Put(string what, string body) =>
        (await office.Send("PUT", $"/api/agreements/minutes/items/protocol/{what}", Office.Json(body))).Status.Should().Be(200);

    private async Task<byte[]> Bytes(string path) => await office.Http.GetByteArrayAsync(path, Cancel);
}
