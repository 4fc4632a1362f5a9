using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Operations.Erasures;
using FollowUp.People;
using FollowUp.Proof;
using FollowUp.Storage;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Who left is taken out of the register: nothing that anybody reads has their name or address but what the journals seal, which are as
/// whole as before. Tests <see cref="PersonErasure"/>, <see cref="ErasureDesk"/>, <see cref="ErasurePlan"/>, <see cref="Erasure"/>,
/// <see cref="ErasureResponse"/>, <see cref="ErasureRefusedException"/>, <see cref="ErasureOutdatedException"/> and
/// <see cref="PersonErasedException"/>.
/// </summary>
public sealed class An_erasure_over_HTTP
{
    private const string Path = "/api/people/law/erasure", Address = "law@nia.example", Name = "The law office";

    [Fact]
    public async Task leaves_an_id_and_journals_that_are_whole() // law 19
    {
        await using Town town = await Closed();
        _ = await town.Call("POST", "/api/people/law/feed", null);
        (await Everything(town, "People")).Should().Contain(Address).And.Contain(Name);
        JsonNode preview = (await town.Post(Path, Papers.By("desk"))).Body!;
        preview["agreements"]!.AsArray().Select(id => (string)id!).Should().Equal(Papers.Agreement);
        (await Everything(town, "People")).Should().Contain(Address, "a preview does nothing");

        Answer done = await town.Post($"{Path}?preview={preview["preview"]}", Papers.By("desk"));

        (done.Status, (string)done.Body!["by"]!).Should().Be((200, "desk"));
        foreach (string table in new[] { "People", "Plans", "Calendars", "Due", "Postbag" })
        {
            (await Everything(town, table)).Should().NotContain(Address).And.NotContain(Name);
        }

        JsonNode law = (await town.Get("/api/people/law")).Body!;
        ((string)law["name"]!, (string)law["email"]!, law["absences"]!.AsArray().Count).Should().Be(("law", "", 0));
        law["erasedAt"].Should().NotBeNull("whoever chooses somebody is to see it");
        (await town.Get("/api/people/law/feed")).Body!["address"].Should().BeNull();
        Answer proof = await town.Get($"/api/agreements/{Papers.Agreement}/proof");
        proof.Text.Should().NotContain(Name);
        ProofFile.Verify(Encoding.UTF8.GetBytes(proof.Text)).IsSound.Should().BeTrue();
        (await town.Item())["owner"]!.GetValue<string>().Should().Be("law");
    }

    [Fact]
    public async Task is_done_once_and_nobody_is_written_again()
    {
        await using Town town = await Closed();
        string call = $"{Path}?preview={(await town.Post(Path, Papers.By("desk"))).Body!["preview"]}";
        Answer first = await town.Post(call, Papers.By("desk"));
        await town.Minutes(5);

        (await town.Post(call, Papers.By("desk"))).Text.Should().Be(first.Text);
        (await town.Put("/api/people/law", Papers.PersonOf("law"))).Problem.Should().Be("erased");
        (await town.Post("/api/registers", new JsonObject { ["people"] = Papers.People })).Problem.Should().Be("erased");
        ((string)(await town.Get("/api/people/law")).Body!["email"]!).Should().Be("");
        Answer given = await town.Post("/api/agreements", Papers.AgreementOf("more", Papers.ItemOf()));
        (given.Status, (string)given.Body!["errors"]![0]!["code"]!)
            .Should().Be((422, "erased-person"), "nobody is to hear of it: {0}", given);
        JsonObject reschedule = new() { ["by"] = "law", ["dueOn"] = "2020-09-01", ["reason"] = "x" };
        (await town.Put($"{Town.PathOf("protocol")}/due-date", reschedule)).Status.Should().Be(422, "who is not there does nothing");
    }

    [Fact]
    public async Task is_refused_with_what_stands_against_it()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:05");
        (await Refused(town, "law")).Should().StartWith("law has a part in what is open or comes round again: minutes/protocol.");
        (await Refused(town, "desk")).Should().StartWith("desk has a part in what is open or comes round again: minutes/protocol.");
        (await Refused(town, "second")).Should().StartWith("second has a part in what is open or comes round again: minutes/protocol.");
        JsonObject third = Papers.PersonOf("third");
        third["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-08-01", ["to"] = "2020-08-20", ["substitute"] = "law-2" });
        (await town.Put("/api/people/third", third)).Status.Should().Be(200);
        (await Refused(town, "law-2")).Should().StartWith("law-2 stands in for, talks with or is to succeed third.");
        (await town.Post("/api/people/nobody/erasure", Papers.By("desk"))).Status.Should().Be(404);
    }

    [Fact]
    public async Task waits_for_a_letter_and_for_a_look_at_what_changed()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        (await town.Put($"{Town.PathOf(Papers.Item)}/withdrawal", new JsonObject { ["by"] = "desk", ["reason"] = "Done." })).Status
            .Should().Be(200);
        (await Refused(town, "law")).Should().StartWith("A letter to law is on its way");
        await town.Minutes(5);
        string call = $"{Path}?preview={(await town.Post(Path, Papers.By("desk"))).Body!["preview"]}";
        JsonObject moved = Papers.PersonOf("law");
        moved["timeZone"] = "Asia/Vladivostok";
        (await town.Put("/api/people/law", moved)).Status.Should().Be(200);

        (await town.Post(call, Papers.By("desk"))).Problem.Should().Be("stale");
        (await town.Post(Path, Papers.By("nobody"))).Status.Should().Be(200, "a look says nothing of who looks");
        (await town.Post(call, Papers.By("nobody"))).Status.Should().Be(422);
    }

    /// <summary>Closed, it names them once more the next time.</summary>
    [Fact]
    public async Task waits_for_the_end_of_what_comes_round()
    {
        JsonObject item = Papers.ItemOf();
        item["recurrence"] = "FREQ=MONTHLY";
        await using Town town = await Town.With(item);
        await town.Minutes(5);
        (await town.Report()).Status.Should().Be(200);
        (await town.Confirm()).Status.Should().Be(200);
        await town.Minutes(5);

        (await Refused(town, "law")).Should().StartWith("law has a part in what is open or comes round again: minutes/protocol.");
    }

    private static async Task<Town> Closed()
    {
        Town town = await Town.With(Papers.ItemOf());
        JsonObject law = Papers.PersonOf("law");
        law["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-08-01", ["to"] = "2020-08-20", ["substitute"] = "law-2" });
        (await town.Put("/api/people/law", law)).Status.Should().Be(200);
        await town.Minutes(5);
        (await town.Report()).Status.Should().Be(200);
        (await town.Confirm()).Status.Should().Be(200);
        await town.Minutes(5);
        return town;
    }

    private static async Task<string> Refused(Town town, string person)
    {
        Answer answer = await town.Post($"/api/people/{person}/erasure", Papers.By("desk"));
        (answer.Status, answer.Problem).Should().Be((409, "erasure"), answer.Text);
        return (string)answer.Body!["detail"]!;
    }

    private static async Task<string> Everything(Town town, string table) =>
        string.Join('\n', (await town.Tables.Rows(table)).SelectMany(row => row.Select(property => property.Value)).OfType<string>());
}
