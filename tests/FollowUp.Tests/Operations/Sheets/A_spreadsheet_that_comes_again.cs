using System.Text.Json.Nodes;
using FollowUp.Journal;
using FollowUp.Operations.Sheets;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations.Sheets;

/// <summary>
/// An external number makes a second import an update: what differs is a verb with its reason, and nothing is overwritten in silence (law
/// 18). Tests <see cref="RowDifferences"/>, <see cref="RowMatcher"/>, <see cref="RowChange"/> and <see cref="RowOutcome"/>.
/// </summary>
public sealed class A_spreadsheet_that_comes_again
{
    private const string Header = "Number,Title,事项,Kind,Owner,Supporting,Issuer,Due\n";
    private const string First = "12/1,Revise the annex,修订附件,visit,law,law-2,lead,2020-07-01\n";
    private const string Second = "12/2,Visit Moscow,,visit,law,,lead,2020-07-15\n";
    private const string Why = "&every.reason=agreed+in+June";

    [Fact]
    public async Task does_a_verb_for_each_difference()
    {
        await using SheetDesk desk = await Begun();
        JsonNode done = await desk.Do(
            Header + "12/1,Revise annex 2,修订附件二,other,The law-2 office,law-2,lead,2020-07-08\n" + Second, Why);

        SheetDesk.Counts(done).Should().Be((0, 1, 1, 0));
        (await Verbs(desk)).Should().Equal(
            "amended item-0001 desk title-en \"Revise the annex\" → \"Revise annex 2\": agreed in June",
            "amended item-0001 desk title-zh \"修订附件\" → \"修订附件二\": agreed in June",
            "amended item-0001 desk kind \"visit\" → \"other\": agreed in June",
            "handed-over item-0001 desk from law to law-2: agreed in June",
            "rescheduled item-0001 desk due 2020-07-08, originally 2020-07-01 (7 days later): agreed in June");
        JsonNode item = await desk.Get("/api/agreements/minutes/items/item-0001");
        ((string)item["owner"]!, (string)item["dueOn"]!, (string)item["originalDueOn"]!, (string)item["kind"]!)
            .Should().Be(("law-2", "2020-07-08", "2020-07-01", "other"));
        ((string)(await desk.Journal()).Last(entry => (string)entry["event"]! == EventNames.Amended)["said"]!["args"]!["was"]!)
            .Should().Be("visit");
    }

    [Fact]
    public async Task says_nothing_of_what_it_has_no_column_for()
    {
        await using SheetDesk desk = await Begun();
        SheetDesk.Counts(await desk.Do("编号,期限\n12/2,2020-07-20\n12/1,2020-07-01\n", Why)).Should().Be((0, 1, 1, 0));
        (await Verbs(desk)).Should().Equal(
            "rescheduled item-0002 desk due 2020-07-20, originally 2020-07-15 (5 days later): agreed in June");
    }

    [Fact]
    public async Task must_say_why_it_changes_something()
    {
        await using SheetDesk desk = await Begun();
        const string moved = "Number,Due,Reason\n12/1,2020-07-08,\n12/2,2020-07-20,the ferry\n";
        SheetDesk.Faults((await desk.Send(moved)).Body!).Should().Equal("2 reason reason-missing");
        _ = await desk.Do(moved, Why);
        (await Verbs(desk)).Should().Equal(
            "rescheduled item-0001 desk due 2020-07-08, originally 2020-07-01 (7 days later): agreed in June",
            "rescheduled item-0002 desk due 2020-07-20, originally 2020-07-15 (5 days later): the ferry");
    }

    [Theory]
    [InlineData("Number,Title\n12/1,\n", "2 title.en emptied")]
    [InlineData("Number,Supporting\n12/1,\n", "2 supporting emptied")]
    [InlineData("Number,Issuer\n12/1,law\n", "2 issuer not-by-file")]
    [InlineData("Number,Supporting\n12/1,law-2;lead\n", "2 supporting not-by-file")]
    [InlineData("Number,Clause\n12/1,p1\n", "2 clause unknown-clause")]
    [InlineData("Number,Due\n12/1,2020-05-10\n", "2 dueOn before-signing")]
    [InlineData("Number,Due\n12/1,2020-05-11\n", "")]
    [InlineData("Number,Id\n12/1,item-0002\n", "2 number number-of-another")]
    [InlineData("Number,Id,Title,Kind,Owner,Issuer,Due\n12/1,annex,x,visit,law,lead,2020-08-01\n", "2 number number-taken")]
    [InlineData("Number,Due\n12/1,2020-07-02\n１２／１,2020-07-03\n", "3 number row-twice")]
    [InlineData("Number,Agreement,Due\n12/1,others,2020-07-02\n", "2 agreement other-agreement")]
    public async Task never_takes_away_nor_changes_what_no_verb_changes(string file, string faults)
    {
        await using SheetDesk desk = await Begun();
        Answer answer = await desk.Send(file, Why);
        answer.Status.Should().Be(200, answer.Text);
        string.Join('|', SheetDesk.Faults(answer.Body!)).Should().Be(faults);
        (await Verbs(desk)).Should().BeEmpty();
    }

    [Fact]
    public async Task is_refused_by_what_the_verbs_refuse()
    {
        await using SheetDesk desk = await Begun();
        (await desk.Office.Send("PUT", "/api/agreements/minutes/items/item-0001/withdrawal",
            Office.Json("""{"by":"desk","reason":"agreed otherwise"}"""))).Status.Should().Be(200);

        JsonNode preview = (await desk.Send("Number,Due\n12/1,2020-07-08\n", Why)).Body!;
        SheetDesk.Faults(preview).Should().Equal("2 dueOn not-taken");
        ((string)preview["rows"]![0]!["faults"]![0]!["args"]!["reason"]!["code"]!).Should().Be("not-now");
        SheetDesk.Counts((await desk.Send("Number,Due\n12/1,2020-07-01\n", Why)).Body!).Should().Be((0, 0, 1, 0), "it says nothing new");
    }

    [Fact]
    public async Task is_not_done_for_somebody_who_may_not()
    {
        await using SheetDesk desk = await Begun();
        Answer answer = await desk.Office.Send(
            "POST", $"{SheetDesk.Imports}?by=law{Why}", Office.Bytes("Number,Due\n12/1,2020-07-08\n"u8.ToArray(), "text/csv"));
        (answer.Status, answer.Problem).Should().Be((403, "not-allowed"));
    }

    [Fact]
    public async Task gives_an_item_its_number()
    {
        await using SheetDesk desk = await Begun();
        _ = await desk.Do("Id,Number\nprotocol,7\n", Why);
        (await Verbs(desk)).Should().Equal("amended protocol desk number \"\" → \"7\": agreed in June");
        SheetDesk.Counts(await desk.Do("Number,Due\n7,2020-06-18\n", Why)).Should().Be((0, 1, 0, 0));
    }

    /// <summary>A verb that somebody did meanwhile, on an item that the file has, makes its preview one of something else.</summary>
    [Fact]
    public async Task is_not_done_where_somebody_else_changed_the_item_meanwhile()
    {
        await using SheetDesk desk = await Begun();
        const string moved = "Number,Due\n12/1,2020-07-08\n";
        string token = (string)(await desk.Send(moved, Why)).Body!["preview"]!;
        (await desk.Office.Send("PUT", "/api/agreements/minutes/items/item-0001/receipt", Office.Json("""{"by":"law"}""")))
            .Status.Should().Be(200);
        (await desk.Send(moved, $"{Why}&preview={token}")).Status.Should().Be(412);
        (await Verbs(desk)).Should().BeEmpty();
    }

    private static async Task<SheetDesk> Begun()
    {
        SheetDesk desk = await SheetDesk.Open();
        _ = await desk.Do(Header + First + Second);
        return desk;
    }

    private static async Task<IEnumerable<string>> Verbs(SheetDesk desk) => (await desk.Journal())
        .Where(entry => (string)entry["event"]! is EventNames.Amended or EventNames.Rescheduled or EventNames.HandedOver)
        .Select(entry => $"{entry["event"]} {entry["item"]} {entry["by"]} {entry["text"]}");
}
