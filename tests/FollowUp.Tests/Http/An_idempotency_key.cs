using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Tests <see cref="IdempotencyKey"/>, <see cref="ItemVerb"/>, <see cref="RegisterAgreement"/> and <see cref="AddItem"/>.
/// </summary>
public sealed class An_idempotency_key
{
    private static readonly (string, string) Key = ("Idempotency-Key", "letter 17 of 12 May");

    [Fact]
    public async Task makes_a_call_that_is_repeated_take_effect_once()
    {
        await using Town town = await Town.With(Papers.ItemOf());

        Answer[] answers = await Task.WhenAll(town.Progress("Draft sent.", Key), town.Progress("Draft sent.", Key));
        Answer third = await town.Progress("Draft sent.", Key);
        Answer withoutKey = await town.Progress("Draft sent.");

        answers.Append(third).Append(withoutKey).Select(answer => answer.Status).Should().AllBeEquivalentTo(200);
        (await town.Events()).Count(what => what == "progress").Should().Be(2);
        (await town.Item())["progress"]!.AsArray().Count.Should().Be(2);
    }

    [Fact]
    public async Task of_another_request_is_refused()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        _ = await town.Progress("Draft sent.", Key);
        IReadOnlyList<string> stored = await town.Tables.Everything();

        Answer other = await town.Progress("Draft lost.", Key);
        Answer tooLong = await town.Progress("Draft lost.", ("Idempotency-Key", new string('k', 129)));

        (other.Status, other.Problem).Should().Be((422, "key-reused"));
        (tooLong.Status, tooLong.Problem).Should().Be((422, "invalid-input"));
        (await town.Tables.Everything()).Should().Equal(stored);
    }

    [Fact]
    public async Task answers_a_repeated_call_although_its_ETag_is_stale_by_its_own_doing()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string read = (await town.Get(Town.PathOf(Papers.Item))).ETag!;

        Answer first = await town.Progress("Draft sent.", Key, ("If-Match", read));
        Answer again = await town.Progress("Draft sent.", Key, ("If-Match", read));

        (first.Status, again.Status).Should().Be((200, 200));
        (await town.Events()).Count(what => what == "progress").Should().Be(1);
    }

    [Fact]
    public async Task works_for_registering_too()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonObject agreement = Papers.AgreementOf("minutes", Papers.ItemOf());

        Answer first = await town.Post("/api/agreements", agreement, Key);
        Answer again = await town.Post("/api/agreements", agreement, Key);
        Answer changed = await town.Post("/api/agreements", Papers.AgreementOf("minutes", Papers.ItemOf("other")), Key);

        (first.Status, again.Status, changed.Status, changed.Problem).Should().Be((201, 200, 422, "key-reused"));
    }

    /// <summary>The answer to the first call was lost, and its client tries again when the world has moved on.</summary>
    [Fact]
    public async Task keeps_a_late_repetition_from_undoing_what_came_after_it()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:02");
        (string, string) suspended = ("Idempotency-Key", "w1"), resumed = ("Idempotency-Key", "w2");

        (await Suspend(suspended)).Status.Should().Be(200);
        (await Resume(resumed)).Status.Should().Be(200);
        Answer late = await Suspend(suspended);
        ((string)late.Body!["state"]!).Should().NotBe("waiting");

        (await Suspend(("Idempotency-Key", "w3"))).Status.Should().Be(200);
        Answer later = await Resume(resumed);
        ((string)later.Body!["state"]!).Should().Be("waiting");
        (await town.Events()).Where(what => what is "waiting" or "resumed").Should().Equal("waiting", "resumed", "waiting");

        Task<Answer> Suspend((string, string) key) => town.Put(
            $"{Town.PathOf(Papers.Item)}/waiting", new JsonObject { ["by"] = "desk", ["reason"] = "Their text is not here." }, key);

        Task<Answer> Resume((string, string) key) => town.Call("DELETE", $"{Town.PathOf(Papers.Item)}/waiting?by=desk", null, key);
    }

    /// <summary>What had happened already has happened under the new key as well.</summary>
    [Fact]
    public async Task counts_for_what_changed_nothing()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:02");
        JsonObject waiting = new() { ["by"] = "desk", ["reason"] = "Their text is not here." };
        string path = $"{Town.PathOf(Papers.Item)}/waiting";
        (await town.Put(path, waiting)).Status.Should().Be(200);

        (await town.Put(path, waiting, Key)).Status.Should().Be(200);
        (await town.Call("DELETE", $"{path}?by=desk", null)).Status.Should().Be(200);
        Answer late = await town.Put(path, waiting, Key);

        (late.Status, (string)late.Body!["state"]!).Should().NotBe((200, "waiting"));
        (await town.Events()).Count(what => what == "waiting").Should().Be(1);
    }

    [Theory]
    [InlineData("PUT", "/api/people/law")]
    [InlineData("PUT", "/api/plans/default")]
    [InlineData("PUT", "/api/calendars/DE")]
    [InlineData("POST", "/api/timetable")]
    [InlineData("POST", "/api/agreements/minutes/rebase")]
    [InlineData("POST", "/api/repair/rehydrate")]
    [InlineData("GET", "/api/agreements/minutes/items/protocol")]
    [InlineData("GET", "/api/people")]
    public async Task is_refused_where_it_means_nothing(string method, string path)
    {
        await using Town town = await Town.With(Papers.ItemOf());

        Answer answer = await town.Call(method, path, method == "GET" ? null : "{}", Key);

        (answer.Status, string.Join(' ', answer.Pointers)).Should().Be((422, "/Idempotency-Key"), answer.Text);
        answer.Text.Should().Contain("leave it out");
    }

    [Theory]
    [InlineData("PUT", "/receipt")]
    [InlineData("DELETE", "/waiting?by=desk")]
    [InlineData("POST", "/progress")]
    public async Task that_is_none_is_refused_by_every_verb(string method, string verb)
    {
        await using Town town = await Town.With(Papers.ItemOf());

        Answer answer = await town.Call(
            method, Town.PathOf(Papers.Item) + verb, method == "DELETE" ? null : "{}", ("Idempotency-Key", new string('k', 129)));

        (answer.Status, string.Join(' ', answer.Pointers)).Should().Be((422, "/Idempotency-Key"), answer.Text);
    }
}
