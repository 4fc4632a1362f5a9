using System.Diagnostics;
using System.Text.Json.Nodes;
using FollowUp.Journal;
using FollowUp.Operations.Sheets;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations.Sheets;

/// <summary>
/// An invented office's list: previewed with all its faults at once, put right, taken in, taken in again, edited. Tests
/// <see cref="ImportPlanner"/> and <see cref="ImportCommitter"/>.
/// </summary>
public sealed class A_list_of_five_hundred
{
    [Fact]
    public async Task is_read_with_all_that_is_wrong_and_then_goes_in_and_is_kept_up()
    {
        await using SheetDesk desk = await SheetDesk.Open();
        (await desk.Office.Send("POST", "/api/registers",
            Office.Json(new JsonObject { ["people"] = InventedOffice.Twins }.ToJsonString()))).Status.Should().Be(200);
        InventedOffice office = new(500);
        string[][] right = office.Right();
        string[][] spoilt = office.Spoilt(right);

        Stopwatch watch = Stopwatch.StartNew();
        Answer preview = await desk.Send(InventedOffice.Csv(spoilt));
        TestContext.Current.SendDiagnosticMessage($"preview of {InventedOffice.Rows} rows: {watch.ElapsedMilliseconds} ms");
        preview.Status.Should().Be(200, preview.Text);
        InventedOffice.KindsOfMistakes.Should().BeGreaterThanOrEqualTo(12);
        SheetDesk.Faults(preview.Body!).Should().Equal(office.Wrong, "each fault is named, once, and nothing else");
        (int added, int changed, int unchanged, int refused) = SheetDesk.Counts(preview.Body!);
        (changed, unchanged, refused, added).Should().Be((0, 0, office.Wrong.Count, InventedOffice.Rows - office.Wrong.Count));

        SheetDesk.Counts(await desk.Do(InventedOffice.Csv(right))).Should().Be((InventedOffice.Rows, 0, 0, 0));
        (await desk.Get("/api/agreements/minutes"))["items"]!.AsArray().Should().HaveCount(InventedOffice.Rows + 1);
        SheetDesk.Counts(await desk.Do(InventedOffice.Csv(right))).Should().Be((0, 0, InventedOffice.Rows, 0));
        (await Verbs(desk)).Should().BeEmpty();

        (right[10][1], right[20][2], right[30][3], right[40][3]) = ("Draft the second annex", Other(right[20][2]), "twin-1", "twin-2");
        (right[50][5], right[60][5], right[60][1]) = ("2021-06-01", "02.06.2021", "Review the list of ports once more");
        SheetDesk.Counts(await desk.Do(InventedOffice.Csv(right), "&every.reason=as+agreed+in+Minsk"))
            .Should().Be((0, 6, InventedOffice.Rows - 6, 0));
        (await Verbs(desk)).Should().BeEquivalentTo(
            "amended item-0011", "amended item-0021", "handed-over item-0031", "handed-over item-0041", "rescheduled item-0051",
            "rescheduled item-0061", "amended item-0061");
        (await desk.Journal()).Where(entry => IsVerb(entry)).Should().OnlyContain(
            entry => ((string)entry["text"]!).EndsWith(": as agreed in Minsk", StringComparison.Ordinal));
    }

    private static string Other(string kind) => kind == "other" ? "visit" : "other";

    private static bool IsVerb(JsonNode entry) =>
        (string)entry["event"]! is EventNames.Amended or EventNames.Rescheduled or EventNames.HandedOver;

    private static async Task<IEnumerable<string>> Verbs(SheetDesk desk) =>
        (await desk.Journal()).Where(IsVerb).Select(entry => $"{entry["event"]} {entry["item"]}");
}
