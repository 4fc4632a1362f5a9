using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Parsing;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Tests.Http;

/// <summary>
/// RFC 9110, 13: honoured where there are ETags, refused where there are none, never passed over. Tests <see cref="Preconditions"/>.
/// </summary>
public sealed class A_precondition(Office office) : IClassFixture<Office>
{
    private const string Item = "/api/agreements/minutes/items/protocol";

    [Theory]
    [InlineData("{0}", 200)]
    [InlineData("*", 200)]
    [InlineData("\"99\", {0}", 200)]
    [InlineData("\"abc\",W/\"x\" , {0}", 200)]
    [InlineData("\"99\"", 412, "stale")]
    [InlineData("\"abc\"", 412, "stale")]
    [InlineData("W/{0}", 412, "weak-tag")]
    [InlineData("W/{0}, \"99\"", 412, "stale")]
    [InlineData("1", 422, "invalid-input")]
    [InlineData("\"1", 422, "invalid-input")]
    [InlineData("", 422, "invalid-input")]
    [InlineData("*, \"1\"", 422, "invalid-input")]
    [InlineData("{0} \"2\"", 422, "invalid-input")]
    public async Task to_match_is_a_list_that_compares_strongly(string header, int status, string? problem = null)
    {
        string tag = (await office.Send("GET", Item)).ETag!;
        string value = header.Replace("{0}", tag, StringComparison.Ordinal);
        IReadOnlyList<string> stored = await office.Stored();

        Answer read = await office.Send("GET", Item, null, ("If-Match", value));
        Answer changed = await office.Send(
            "POST", $"{Item}/progress", Office.Json("""{"by":"law","text":"The draft is with them."}"""), ("If-Match", value));

        (read.Status, read.Problem).Should().Be((status, problem), read.Text);
        (changed.Status, changed.Problem).Should().Be((status, problem), changed.Text);
        if (status != 200)
        {
            (await office.Stored()).Should().Equal(stored);
        }
    }

    /// <summary>Several lines of one header are one list; clients that send them are rare, and none of ours.</summary>
    [Fact]
    public void to_match_may_come_in_several_lines()
    {
        HttpRequest request = new DefaultHttpContext().Request;
        request.Headers.IfMatch = new(["\"99\", \"98-x\"", "W/\"3\",\"7-1a2b3c4d\""]);

        Preconditions.IfMatchRevisions(request).Should().Equal(99, 98, 7);
    }

    [Theory]
    [InlineData("{0}", 304)]
    [InlineData("W/{0}", 304)]
    [InlineData("\"x\", {0}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"x\"", 200)]
    [InlineData("x", 422)]
    public async Task to_match_nothing_is_for_those_who_have_it_already(string header, int status)
    {
        string tag = (await office.Send("GET", Item)).ETag!;
        foreach (string method in new[] { "GET", "HEAD" })
        {
            Answer answer = await office.Send(method, Item, null, ("If-None-Match", header.Replace("{0}", tag, StringComparison.Ordinal)));
            answer.Status.Should().Be(status, answer.Text);
            if (status == 304)
            {
                (answer.Text, answer.ETag).Should().Be(("", tag));
            }
        }
    }

    [Theory]
    [InlineData("POST", "/api/registers", "If-Match", "*")]
    [InlineData("POST", "/api/agreements", "If-Match", "\"1\"")]
    [InlineData("POST", "/api/agreements/minutes/items", "If-Match", "\"1\"")]
    [InlineData("GET", "/api/people", "If-Match", "\"1\"")]
    [InlineData("PUT", "/api/people/law", "If-None-Match", "*")]
    [InlineData("PUT", $"{Item}/receipt", "If-None-Match", "*")]
    public async Task is_refused_where_it_means_nothing(string method, string path, string name, string value)
    {
        Answer answer = await office.Send(method, path, method == "GET" ? null : Office.Json("{}"), (name, value));
        (answer.Status, string.Join(' ', answer.Pointers)).Should().Be((422, $"/{name}"), answer.Text);
        answer.Text.Should().Contain("leave it out");
    }

    /// <summary>People, plans and calendars: what somebody else wrote meanwhile is not written over unseen.</summary>
    [Theory]
    [InlineData("/api/people/former", "email", "former-2@nia.example")]
    [InlineData("/api/plans/rare", "extensionsMax", 7)]
    [InlineData("/api/calendars/XX", "knownThrough", "2027-12-31")]
    public async Task to_match_holds_back_reference_data_too(string path, string field, object value)
    {
        string id = path.Split('/')[^1];
        await office.Send("PUT", path, Office.Json(Reference(id)));
        Answer read = await office.Send("GET", path);
        JsonObject changed = read.Body!.AsObject();
        changed[field] = JsonValue.Create(value);
        Answer first = await office.Send("PUT", path, Office.Json(changed.ToJsonString()), ("If-Match", read.ETag!));

        Answer again = await office.Send("PUT", path, Office.Json(changed.ToJsonString()), ("If-Match", read.ETag!));
        Answer late = await office.Send("PUT", path, Office.Json(Reference(id)), ("If-Match", read.ETag!));
        Answer next = await office.Send("PUT", path, Office.Json(Reference(id)), ("If-Match", first.ETag!));

        (read.ETag, first.ETag, first.Status).Should().Be(("\"1\"", "\"2\"", 200), first.Text);
        (again.Status, again.ETag).Should().Be((200, first.ETag), "what is written already needs no writing");
        (late.Status, late.Problem).Should().Be((412, "stale"), late.Text);
        next.Status.Should().Be(200, next.Text);
    }

    private static string Reference(string id) => id switch
    {
        "rare" => """{"id":"rare","ladders":[{"ladder":"due","rungs":[{"id":"week","offset":"-7cd","to":["owner"]}]}]}""",
        "XX" => """{"id":"XX","name":{"en":"Elsewhere"},"weekend":["sunday"],"holidays":[],"workingDays":[],"knownThrough":"2026-12-31"}""",
        _ => """{"id":"former","name":"Former","email":"former@nia.example","timeZone":"UTC","calendar":"CN"}""",
    };

    [Fact]
    public void is_not_a_key_that_is_given_twice()
    {
        HttpRequest request = new DefaultHttpContext().Request;
        request.Headers["Idempotency-Key"] = new(["a", "b"]);

        new RequestBody(default, request).Invoking(body => body.IdempotencyKey())
            .Should().Throw<InvalidInputException>().WithMessage("/Idempotency-Key: is given more than once");
    }
}
