using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>Tests <see cref="RegisterAgreement"/> and <see cref="AddItem"/>.</summary>
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
}
