using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Tests <see cref="RequestBody"/>, <see cref="RegisterAgreement"/>, <see cref="LoadRegister"/> and what they refuse with,
/// <see cref="ProblemResponse"/> and <see cref="FaultResponse"/>.
/// </summary>
public sealed class What_is_wrong_with_a_body
{
    [Fact]
    public async Task is_said_at_once_and_in_its_place_and_nothing_is_stored()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        IReadOnlyList<string> stored = await town.Tables.Everything();
        JsonObject agreement =
            Papers.AgreementOf("minutes", Papers.ItemOf(), Papers.ItemOf(), Papers.ItemOf("late", dueOn: "2020-05-01", owner: "nobody"));
        agreement["colour"] = "red";
        agreement["kind"] = "gossip";
        agreement["items"]![0]!["plan"] = "unheard-of";
        agreement["items"]![0]!["deadline"] = "2020-06-17";

        Answer answer = await town.Post("/api/agreements", agreement);

        (answer.Status, answer.Problem).Should().Be((422, "invalid-input"), answer.Text);
        answer.Pointers.Should().BeEquivalentTo(
            "/colour", "/kind", "/items/0/deadline", "/items/0/plan", "/items/1/id", "/items/2/dueOn", "/items/2/owner");
        answer.Body!.AsObject().Select(field => field.Key).Should().Equal("type", "title", "status", "detail", "errors");
        answer.Body!["errors"]!.AsArray().Should().OnlyContain(
            error => error!["code"] != null, "pages say each in their reader's language");
        (await town.Tables.Everything()).Should().Equal(stored);
    }

    [Fact]
    public async Task may_be_that_it_cannot_be_read_at_all()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        IReadOnlyList<string> stored = await town.Tables.Everything();

        foreach (string body in new[] { "", "minutes", "{\"id\":1,", "{\"id\":\"a\",\"id\":\"b\"}", "{\"id\":\"\\ud800\"}",
            "{\"\\ud800\":1}", new string('[', 10_000) })
        {
            Answer answer = await town.Call("POST", "/api/agreements", body);
            (answer.Status, answer.Problem).Should().Be((400, "malformed"), $"of {(body.Length > 40 ? "brackets" : body)}: {answer.Text}");
        }

        using ByteArrayContent latin1 = new([.. "{\"id\":\""u8, 0xE9, .. "\"}"u8]);
        latin1.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await town.Send("POST", "/api/agreements", latin1)).Problem.Should().Be("malformed");
        foreach (string body in new[] { "null", "[]", "7", "\"minutes\"" })
        {
            Answer answer = await town.Call("POST", "/api/agreements", body);
            (answer.Status, answer.Problem).Should().Be((422, "invalid-input"), $"of {body}: {answer.Text}");
        }

        (await town.Tables.Everything()).Should().Equal(stored);
    }

    /// <summary>Law 20.</summary>
    [Fact]
    public async Task may_be_that_it_is_too_much()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        IReadOnlyList<string> stored = await town.Tables.Everything();
        JsonObject tooLong = Papers.AgreementOf("minutes", Papers.ItemOf());
        tooLong["place"] = new string('x', 257 * 1024);
        JsonObject tooMany = Papers.AgreementOf("minutes", [.. Enumerable.Range(0, 501).Select(n => (JsonNode)Papers.ItemOf($"i{n}"))]);
        JsonObject title = Papers.AgreementOf("minutes", Papers.ItemOf());
        title["items"]![0]!["title"]!["en"] = new string('x', 301);

        Answer large = await town.Post("/api/agreements", tooLong);
        Answer many = await town.Post("/api/agreements", tooMany);
        Answer wordy = await town.Post("/api/agreements", title);

        (large.Status, large.Problem).Should().Be((413, "too-large"));
        (many.Status, string.Join(' ', many.Pointers)).Should().Be((422, "/items"));
        (wordy.Status, string.Join(' ', wordy.Pointers)).Should().Be((422, "/items/0/title/en"));
        (await town.Tables.Everything()).Should().Equal(stored);
    }

    [Theory]
    [InlineData("/id", "\"minutes\\n\"")]
    [InlineData("/id", "\"Minutes\"")]
    [InlineData("/id", "\"a/b\"")]
    [InlineData("/id", "\"' or RowKey ne '\"")]
    [InlineData("/signedOn", "\"yesterday\"")]
    [InlineData("/title", "{}")]
    [InlineData("/items", "{}")]
    [InlineData("/coordinator", "\"nobody\"")]
    [InlineData("/chain/1", "[\"first\",\"nobody\"]")]
    public async Task is_pointed_to(string pointer, string value)
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        IReadOnlyList<string> stored = await town.Tables.Everything();
        JsonObject agreement = Papers.AgreementOf("minutes", Papers.ItemOf());
        agreement[pointer.Split('/')[1]] = JsonNode.Parse(value);

        Answer answer = await town.Post("/api/agreements", agreement);

        (answer.Status, string.Join(' ', answer.Pointers)).Should().Be((422, pointer), answer.Text);
        (await town.Tables.Everything()).Should().Equal(stored);
    }
}
