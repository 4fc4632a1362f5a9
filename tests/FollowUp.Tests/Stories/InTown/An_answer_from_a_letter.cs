using System.Text.Json.Nodes;
using FollowUp.Answers;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>
/// Law 17: readers answer by the links of their letters, without an account; a deliberate POST acts, once. Tests <see cref="AnswerDesk"/>,
/// <see cref="AnswerView"/>, <see cref="ShowAnswers"/>, <see cref="GiveAnswer"/>, <see cref="LinkToken"/> and
/// <see cref="LinkRefusedException"/>; and what they answer, <see cref="AnswerResponse"/> and <see cref="AnsweredItem"/>.
/// </summary>
public sealed class An_answer_from_a_letter
{
    public static TheoryData<string, string, string> Each => new()
    {
        { AnswerAction.Sign, "law", "signed" }, { AnswerAction.Progress, "law", "progress" }, { AnswerAction.Complete, "law", "reported" },
        { AnswerAction.Extend, "law", "extension-asked" }, { AnswerAction.HandBack, "law", "handed-over" },
        { AnswerAction.Confirm, "lead", "confirmed" }, { AnswerAction.Return, "lead", "returned" },
        { AnswerAction.Reply, "lead", "question-answered" },
        { AnswerAction.Grant, "lead", "extension-granted" }, { AnswerAction.Refuse, "lead", "extension-refused" },
    };

    [Theory]
    [MemberData(nameof(Each))]
    public async Task does_one_thing_once(string action, string who, string happened)
    {
        await using Town town = await Asked(action);
        string token = town.TokenFor(who, action);
        Answer shown = await town.OpenLink(token);
        (shown.Status, (string)shown.Body!["standing"]!, (string)shown.Body["action"]!).Should().Be((200, "open", action), shown.Text);
        shown.Message.Headers.CacheControl!.NoStore.Should().BeTrue();
        ((string)shown.Body["title"]!["en"]!, (string)shown.Body["coordinator"]!["email"]!)
            .Should().Be(("Revise the protocol", "desk@nia.example"));

        Answer done = await town.AnswerBy(token, Links.BodyFor(action));
        (done.Status, (string)done.Body!["standing"]!).Should().Be((200, "recorded"), done.Text);
        Answer again = await town.AnswerBy(token, Links.BodyFor(action));
        Answer reloaded = await town.OpenLink(token);
        foreach (Answer later in new[] { done, again, reloaded })
        {
            JsonNode record = later.Body!["record"]!;
            ((string)record["action"]!, (string)record["by"]!["name"]!).Should().Be((action, $"The {who} office"), later.Text);
        }

        JsonNode[] entries = [.. (await town.Journal()).Where(entry => (string)entry["event"]! == happened)];
        entries.Should().ContainSingle();
        ((string)entries[0]["by"]!, (string)entries[0]["through"]!).Should().Be((who, "letter"));
    }

    [Fact]
    public async Task closes_an_item_from_letters_alone()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:05");
        town.OffersTo("law").Should().Be("sign complete progress extend hand-back");
        await town.AnswerBy(town.TokenFor("law", AnswerAction.Sign), new JsonObject());
        Answer shown = await town.OpenLink(town.TokenFor("law", AnswerAction.Sign));
        string[] offered = [.. shown.Body!["answers"]!.AsArray().Select(offer => (string)offer!["action"]!)];
        offered.Should().Equal("complete", "progress", "extend", "hand-back");

        await town.AnswerBy((string)shown.Body["answers"]![0]!["token"]!, Links.BodyFor(AnswerAction.Complete));
        await town.Until("2020-05-11 10:10");
        town.OffersTo("lead").Should().Be("confirm return");
        Answer evidence = await town.OpenLink(town.TokenFor("lead", AnswerAction.Confirm));
        ((string)evidence.Body!["item"]!["report"]!["evidence"]!["ref"]!).Should().Be("2020-117");
        await town.AnswerBy(town.TokenFor("lead", AnswerAction.Confirm), Links.BodyFor(AnswerAction.Confirm));
        await town.Until("2020-05-11 10:15");
        ((string)(await town.Get(Town.PathOf(Papers.Item))).Body!["state"]!).Should().Be("confirmed");
        town.OffersTo("law").Should().BeEmpty("its last letter says that it is closed");

        Answer late = await town.AnswerBy(town.TokenFor("lead", AnswerAction.Return), Links.BodyFor(AnswerAction.Return));
        (late.Status, (string)late.Body!["record"]!["action"]!, (string)late.Body["closed"]!["action"]!)
            .Should().Be((200, "confirm", "confirm"), late.Text);
        Answer signed = await town.OpenLink(town.TokenFor("law", AnswerAction.HandBack));
        (signed.Status, (string)signed.Body!["standing"]!).Should().Be((200, "closed"), signed.Text);
        ((string)signed.Body["closed"]!["by"]!["name"]!).Should().Be("The lead office");
    }

    /// <summary>Programs that look at mail before people do open every link, and some press what they find but a button.</summary>
    [Fact]
    public async Task is_given_by_nobody_who_only_looks()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:05");
        IReadOnlyList<string> before = await town.Tables.Everything();
        foreach (string action in AnswerAction.All.Where(action => town.OffersTo("law").Contains(action, StringComparison.Ordinal)))
        {
            string token = town.TokenFor("law", action);
            foreach (string method in new[] { "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "PROPFIND" })
            {
                (await town.Call(method, "/api/answers", null, (Links.Header, token))).Status.Should().BeOneOf(200, 204, 405);
                (await town.Call(method, $"/board/answer?from=scanner#{token}", null)).Status.Should().BeOneOf(200, 204, 405);
            }

            (await town.Call("GET", $"/api/answers?token={token}", null)).Status.Should().Be(422, "a token in an address is not read");
        }

        (await town.Tables.Everything()).Should().Equal(before);
    }

    [Fact]
    public async Task names_the_field_that_is_wrong()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:05");
        foreach ((string action, JsonObject body, string pointer) in new[]
        {
            (AnswerAction.Extend, new JsonObject { ["dueOn"] = "2020-06-01", ["reason"] = "x" }, "/dueOn"),
            (AnswerAction.Extend, new JsonObject { ["dueOn"] = "2020-06-30" }, "/reason"),
            (AnswerAction.Complete, new JsonObject { ["evidence"] = new JsonObject { ["kind"] = "none" } }, "/evidence/note"),
            (AnswerAction.HandBack, [], "/reason"),
            (AnswerAction.Sign, new JsonObject { ["by"] = "lead" }, "/by"),
        })
        {
            Answer refused = await town.AnswerBy(town.TokenFor("law", action), body);
            refused.Status.Should().Be(422, refused.Text);
            refused.Pointers.Should().Equal([pointer], refused.Text);
        }

        (await town.AnswerBy(town.TokenFor("law", AnswerAction.Sign), new JsonObject(), ("If-Match", "\"7\""))).Status.Should().Be(412);
    }

    [Fact]
    public async Task by_one_who_stands_in_counts_while_the_principal_is_away()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonObject away = Papers.PersonOf("law");
        away["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-05-11", ["to"] = "2020-05-12", ["substitute"] = "law-2" });
        (await town.Put("/api/people/law", away)).Status.Should().Be(200);
        (await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()))).Status.Should().Be(201);
        await town.Until("2020-05-11 10:05");
        town.Mailbox.To("law").Should().BeEmpty();
        string progress = town.TokenFor("law-2", AnswerAction.Progress);
        string complete = town.TokenFor("law-2", AnswerAction.Complete);
        (await town.AnswerBy(progress, Links.BodyFor(AnswerAction.Progress))).Status.Should().Be(200);
        (await town.Journal()).Single(entry => (string)entry["event"]! == "progress")["by"]!.GetValue<string>().Should().Be("law-2");

        await town.Until("2020-05-13 08:00");
        ((string)(await town.OpenLink(complete)).Body!["standing"]!).Should().Be("notYours");
        (await town.AnswerBy(complete, Links.BodyFor(AnswerAction.Complete))).Status.Should().Be(403);
    }

    [Fact]
    public async Task of_two_readers_is_recorded_from_whoever_was_first()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Report();
        JsonObject away = Papers.PersonOf("lead");
        await town.Until("2020-05-11 10:05");
        string lead = town.TokenFor("lead", AnswerAction.Confirm);
        away["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-05-18", ["to"] = "2020-05-31", ["substitute"] = "law-2" });
        (await town.Put("/api/people/lead", away)).Status.Should().Be(200);
        await town.Until("2020-05-18 10:00");
        string standIn = town.TokenFor("law-2", AnswerAction.Return);
        (await town.AnswerBy(lead, Links.BodyFor(AnswerAction.Confirm))).Status.Should().Be(200, "who is away may decide all the same");
        Answer second = await town.AnswerBy(standIn, Links.BodyFor(AnswerAction.Return));
        (second.Status, (string)second.Body!["record"]!["action"]!, (string)second.Body["record"]!["by"]!["name"]!)
            .Should().Be((200, "confirm", "The lead office"), second.Text);
    }

    [Fact]
    public async Task that_comes_twice_at_once_is_one()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:05");
        string token = town.TokenFor("law", AnswerAction.Progress);
        string body = Links.BodyFor(AnswerAction.Progress).ToJsonString();
        Answer[] both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => town.Send(
            "POST", "/api/answers", new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
            (Links.Header, token))));
        await town.Still();
        both.Should().AllSatisfy(answer => answer.Status.Should().Be(200, answer.Text));
        (await town.Journal()).Count(entry => (string)entry["event"]! == "progress").Should().Be(1);
    }

    /// <summary>A town where somebody is asked for that by letter.</summary>
    private static async Task<Town> Asked(string action)
    {
        Town town = await Town.With(Papers.ItemOf());
        if (action is AnswerAction.Confirm or AnswerAction.Return)
        {
            await town.Report();
        }
        else if (action == AnswerAction.Reply)
        {
            await town.Post($"{Town.PathOf(Papers.Item)}/questions", new JsonObject { ["by"] = "law", ["text"] = "Which annex?" });
        }
        else if (action is AnswerAction.Grant or AnswerAction.Refuse)
        {
            await town.Ask("2020-06-30");
        }

        await town.Until("2020-05-11 10:05");
        return town;
    }
}
