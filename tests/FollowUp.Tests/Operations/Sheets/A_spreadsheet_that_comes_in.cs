using System.Text.Json.Nodes;
using FollowUp.Journal;
using FollowUp.Operations.Sheets;
using FollowUp.Parsing.Sheets;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations.Sheets;

/// <summary>
/// A coordinator's list becomes items: shown first, then all of it or nothing (laws 2 and 18). Tests <see cref="ImportPlanner"/>,
/// <see cref="ImportCommitter"/>, <see cref="ImportPlan"/>, <see cref="ImportRequest"/>, <see cref="ImportRow"/>, <see cref="ReadRow"/>,
/// <see cref="RowReading"/>, <see cref="RowDecision"/>, <see cref="RowTimetable"/> and <see cref="RowReader"/>.
/// </summary>
public sealed class A_spreadsheet_that_comes_in
{
    private const string List =
        """
        Number,Title,事项,Kind,Owner,Issuer,Due,Floor
        12/1,Revise the annex,修订附件,Protocol revision,The law office,lead,2020-07-01,3
        12/2,Visit Moscow,,Визит,law-2@nia.example,LEAD@nia.example,15.07.2020,
        ,Open the port,,port-cooperation,law,The lead office,2020年8月3日,
        """;

    [Fact]
    public async Task is_shown_first_and_stores_nothing()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        IReadOnlyList<string> before = await desk.Office.Stored();
        Answer answer = await desk.Send(List);

        answer.Status.Should().Be(200, answer.Text);
        (await desk.Office.Stored()).Should().Equal(before);
        JsonNode body = answer.Body!;
        SheetDesk.Counts(body).Should().Be((3, 0, 0, 0));
        body["passedOver"]!.AsArray().Select(name => (string)name!).Should().Equal("Floor");
        body["rows"]!.AsArray()
            .Select(row => $"{row!["row"]} {row["becomes"]} {row["item"]} {row["owner"]} {row["issuer"]} {row["kind"]} {row["dueOn"]}")
            .Should().Equal(
                "2 new item-0001 law lead protocol-revision 2020-07-01", "3 new item-0002 law-2 lead visit 2020-07-15",
                "4 new item-0003 law lead port-cooperation 2020-08-03");
    }

    /// <summary>The moments are those of the timetable that the item has afterwards: the same function.</summary>
    [Fact]
    public async Task is_shown_with_its_timetable()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        JsonNode shown = (await desk.Send(List)).Body!["rows"]![0]!;
        _ = await desk.Do(List);
        string[] moments =
        [
            .. (await desk.Get("/api/agreements/minutes/items/item-0001/timetable"))["lines"]!.AsArray()
                .Where(line => (string?)line!["state"] is not ("skipped" or "superseded") && line!["why"] is null)
                .Select(line => (string)line!["planned"]!),
        ];

        ((int)shown["notices"]!).Should().Be(moments.Length).And.BeGreaterThan(5);
        ((string)shown["firstAt"]!).Should().Be(moments.Min());
    }

    [Fact]
    public async Task becomes_items_that_are_followed()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        JsonNode done = await desk.Do(List);

        ((bool)done["isApplied"]!).Should().BeTrue();
        JsonNode item = await desk.Get("/api/agreements/minutes/items/item-0001");
        ((string)item["number"]!, (string)item["title"]!["en"]!, (string)item["title"]!["zh"]!, (string)item["state"]!)
            .Should().Be(("12/1", "Revise the annex", "修订附件", "assigned"));
        (await desk.Get("/api/agreements/minutes"))["items"]!.AsArray().Select(id => (string)id!)
            .Should().Equal("protocol", "item-0001", "item-0002", "item-0003");
        IReadOnlyList<JsonNode> journal = await desk.Journal();
        journal.Where(entry => (string)entry["event"]! == "assigned" && (string)entry["item"]! != "protocol")
            .Select(entry => $"{entry["item"]} {entry["by"]} {entry["text"]}").Should().Equal(
                "item-0001 desk to law, due 2020-07-01", "item-0002 desk to law-2, due 2020-07-15",
                "item-0003 desk to law, due 2020-08-03");
    }

    [Fact]
    public async Task changes_nothing_when_it_comes_again()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        _ = await desk.Do(List);
        int entries = (await desk.Journal()).Count(entry => (string)entry["event"]! != EventNames.Notice);

        JsonNode again = await desk.Do(List);
        SheetDesk.Counts(again).Should().Be((0, 0, 3, 0), "the third has no number, and says the same");
        (await desk.Journal()).Count(entry => (string)entry["event"]! != EventNames.Notice).Should().Be(entries);
    }

    [Fact]
    public async Task that_was_taken_in_is_not_taken_in_twice_by_a_call_whose_answer_was_lost()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        string token = (string)(await desk.Send(List)).Body!["preview"]!;
        (await desk.Send(List, $"&preview={token}")).Status.Should().Be(201);
        Answer again = await desk.Send(List, $"&preview={token}");

        again.Status.Should().Be(200, again.Text);
        SheetDesk.Counts(again.Body!).Should().Be((0, 0, 3, 0));
    }

    [Theory]
    [InlineData("another file")]
    [InlineData("another word about it")]
    [InlineData("another item")]
    public async Task is_not_taken_in_after_something_moved(string what)
    {
        await using SheetDesk desk = await SheetDesk.Open();
        string token = (string)(await desk.Send(List)).Body!["preview"]!;
        if (what == "another item")
        {
            (await desk.Office.Send("POST", "/api/agreements/minutes/items", Office.Json(Papers.ItemOf("visit").ToJsonString())))
                .Status.Should().Be(201);
        }

        Answer answer = await desk.Send(
            what == "another file" ? $"{List}\n,One more,,visit,law,lead,2020-09-01," : List,
            $"&preview={token}{(what == "another word about it" ? "&dateOrder=dmy" : "")}");
        (answer.Status, answer.Problem, (string?)answer.Body!["code"]).Should().Be((412, "stale", "import-outdated"));
        (await desk.Get("/api/agreements/minutes"))["items"]!.AsArray().Should().HaveCount(what == "another item" ? 2 : 1);
    }

    [Fact]
    public async Task with_one_bad_row_is_not_taken_in_at_all()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        string bad = $"{List}\n12/9,No owner,,visit,,lead,2020-09-01,";
        JsonNode preview = (await desk.Send(bad)).Body!;
        SheetDesk.Counts(preview).Should().Be((3, 0, 0, 1));
        preview["preview"].Should().BeNull();
        preview["rows"]![3]!["cells"]!.AsArray().Select(cell => (string)cell!).Should().StartWith(["12/9", "No owner"]);

        Answer answer = await desk.Send(bad, "&preview=00000000000000000000000000000000");
        (answer.Status, answer.Problem).Should().Be((422, "invalid-input"));
        answer.Pointers.Should().Equal("/rows/5/owner");
        (await desk.Get("/api/agreements/minutes"))["items"]!.AsArray().Should().HaveCount(1);
    }

    /// <summary>Twenty items go into one transaction with their journal, so that this takes several.</summary>
    [Fact]
    public async Task of_many_rows_goes_in_whole()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        string many = "Number,Title,Kind,Owner,Issuer,Due\n"
            + string.Concat(Enumerable.Range(1, 130).Select(n => $"{n},Task {n},other,law,lead,2020-07-{(n % 28) + 1:00}\n"));
        SheetDesk.Counts(await desk.Do(many)).Should().Be((130, 0, 0, 0));

        (await desk.Get("/api/agreements/minutes"))["items"]!.AsArray().Should().HaveCount(131);
        (await desk.Journal()).Count(entry => (string)entry["event"]! == "assigned").Should().Be(131);
        SheetDesk.Counts(await desk.Do(many)).Should().Be((0, 0, 130, 0));
    }

    /// <summary>What a formula failed to say is not stored as if somebody had said it; nothing more is wrong with such a cell.</summary>
    /// <summary>Items are added by whoever coordinates the agreement, as one by one; the journal would name another otherwise.</summary>
    [Theory]
    [InlineData("nope", 422, "invalid-input")]
    [InlineData("law", 403, "not-allowed")]
    [InlineData("lead", 403, "not-allowed")]
    public async Task is_taken_from_nobody_else(string by, int status, string problem)
    {
        await using SheetDesk desk = await SheetDesk.Open();
        string? token = (string?)(await desk.Send(List)).Body!["preview"];
        foreach (string query in new[] { "", $"&preview={token}" })
        {
            Answer answer = await desk.Office.Send(
                "POST", $"{SheetDesk.Imports}?by={by}{query}", Office.Bytes(System.Text.Encoding.UTF8.GetBytes(List), "text/csv"));
            (answer.Status, answer.Problem).Should().Be((status, problem), answer.Text);
            answer.Pointers.Should().Equal(status == 422 ? ["/by"] : []);
        }

        (await desk.Get("/api/agreements/minutes"))["items"]!.AsArray().Should().HaveCount(1);
    }

    [Fact]
    public async Task says_in_which_cells_a_formula_failed()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        const string failed = "Title,Owner,Kind,Issuer,Due\n#REF!,#N/A,visit,lead,#VALUE!\nx,law,visit,lead,2020-07-01\n";
        SheetDesk.Faults((await desk.Send(failed)).Body!)
            .Should().BeEquivalentTo("2 title.en cell-failed", "2 owner cell-failed", "2 dueOn cell-failed");
    }

    [Fact]
    public async Task says_which_column_is_missing_once_and_takes_what_holds_for_all()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        const string bare = "Task,Who,Deadline\nRevise the annex,law,2020-07-01\nVisit,law,2020-07-02\n";
        JsonNode preview = (await desk.Send(bare)).Body!;
        preview["faults"]!.AsArray().Select(fault => $"{fault!["pointer"]} {fault["code"]}")
            .Should().Equal("/column.kind column-missing", "/column.issuer column-missing");
        preview["faults"]!.AsArray().Select(fault => $"{fault!["args"]!["field"]} {fault["args"]!["common"]}")
            .Should().Equal("kind kind", "issuer issuer");
        SheetDesk.Faults(preview).Should().BeEmpty("of two rows nothing else is wrong");

        SheetDesk.Counts(await desk.Do(bare, "&every.kind=visit&every.issuer=lead")).Should().Be((2, 0, 0, 0));
    }

    [Fact]
    public async Task of_columns_with_other_names_is_read_as_its_sender_says()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        const string german = "Aufgabe;Zuständig;Auftraggeber;Frist;Art\nAnlage ändern;law;lead;03/04/2021;visit\n";
        const string said =
            "&column.title=Aufgabe&column.owner=Zust%C3%A4ndig&column.issuer=Auftraggeber&column.dueOn=Frist&column.kind=art";
        JsonNode asked = (await desk.Send(german, said)).Body!;
        SheetDesk.Faults(asked).Should().Equal("2 dueOn date-unclear");

        JsonNode done = await desk.Do(german, $"{said}&dateOrder=dmy&language=ru");
        ((string)done["rows"]![0]!["title"]!["ru"]!, (string)done["rows"]![0]!["dueOn"]!).Should().Be(("Anlage ändern", "2021-04-03"));
    }
}
