using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Tests <see cref="WebhooksResource"/>, <see cref="WebhookResource"/>, <see cref="WebhooksResponse"/>, <see cref="WebhookResponse"/>,
/// <see cref="WebhookTestResponse"/> and <see cref="TakenException"/>.
/// </summary>
public sealed class Webhooks_over_HTTP(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task show_their_secret_once_and_of_their_address_the_origin()
    {
        Answer made = await Add("""{"id":"once","url":"https://hooks.example/a?key=7","types":["followup.item.reported"]}""");
        Answer renewed = await office.Send("POST", "/api/webhooks/once/secret");
        Answer list = await office.Send("GET", "/api/webhooks");
        JsonNode one = list.Body!["webhooks"]!.AsArray().Single(hook => (string)hook!["id"]! == "once")!;

        ((string)made.Body!["secret"]!, (string)renewed.Body!["secret"]!).Should().Match<(string, string)>(
            both => both.Item1.StartsWith("whsec_", StringComparison.Ordinal) && both.Item1 != both.Item2);
        (one["secret"], (string)one["origin"]!, (string)one["kind"]!).Should().Be((null, "https://hooks.example", "events"));
        ((string)one["previousUntil"]!).Should().Be("2020-05-12T02:00:00Z");
        list.Text.Should().NotContain("whsec_").And.NotContain("key=7");
    }

    [Fact]
    public async Task are_tried_resumed_and_removed()
    {
        (await Add("""{"id":"tried","url":"https://hooks.invalid/"}""")).Status.Should().Be(201);
        Answer test = await office.Send("POST", "/api/webhooks/tried/test");
        ((bool)test.Body!["taken"]!, (string)test.Body!["answer"]!).Should().Match<(bool, string)>(
            one => !one.Item1 && (one.Item2 == "unreachable" || one.Item2 == "forbidden-address"));
        (await office.Send("POST", "/api/webhooks/tried/resume")).Status.Should().Be(200);
        (await office.Send("DELETE", "/api/webhooks/tried")).Body!["id"]!.GetValue<string>().Should().Be("tried");
        (await office.Send("DELETE", "/api/webhooks/tried")).Status.Should().Be(404);
    }

    [Fact]
    public async Task have_an_id_of_their_own()
    {
        (await Add("""{"id":"own","url":"https://hooks.example/"}""")).Status.Should().Be(201);
        Answer again = await Add("""{"id":"own","url":"https://hooks.example/"}""");
        (again.Status, again.Problem).Should().Be((409, "taken"), again.Text);
        ((string)again.Body!["detail"]!).Should().Be("There is a webhook own already. Ask for another secret of it, or remove it first.");
    }

    [Theory]
    [InlineData("""{"url":"https://10.0.0.1/"}""", "/id /url", "webhook-address-not-public")]
    [InlineData("""{"id":"x","url":"http://hooks.example/"}""", "/url", "not-a-webhook-address")]
    [InlineData("""{"id":"x","url":"https://hooks.example/","kind":"mail"}""", "/kind", "not-one-of")]
    [InlineData("""{"id":"x","url":"https://hooks.example/","language":"zh"}""", "/language", "not-for-kind")]
    [InlineData("""{"id":"x","url":"https://hooks.example/","kind":"teams","language":"fr"}""", "/language", "not-one-of")]
    [InlineData("""{"id":"x","url":"https://hooks.example/","types":["item.reported"]}""", "/types/0", "not-one-of")]
    [InlineData("""{"id":"x","url":"https://hooks.example/","types":["followup.item.signed","followup.item.signed"]}""", "/types/1", "twice")]
    [InlineData("""{"id":"x","url":"https://hooks.example/","secret":"whsec_AA=="}""", "/secret", "unknown-field")]
    public async Task are_not_added_where_something_is_wrong(string body, string pointers, string code)
    {
        Answer answer = await Add(body);
        (answer.Status, string.Join(' ', answer.Pointers)).Should().Be((422, pointers), answer.Text);
        answer.Body!["errors"]!.AsArray()[^1]!["code"]!.GetValue<string>().Should().Be(code);
    }

    private Task<Answer> Add(string body) => office.Send("POST", "/api/webhooks", Office.Json(body));
}
