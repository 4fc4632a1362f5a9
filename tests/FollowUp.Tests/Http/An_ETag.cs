using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>Tests <see cref="Preconditions"/>, <see cref="GetItem"/> and <see cref="BufferedResult"/>.</summary>
public sealed class An_ETag
{
    private static readonly string Receipt = $"{Town.PathOf(Papers.Item)}/receipt";
    private static readonly string Completion = $"{Town.PathOf(Papers.Item)}/completion";

    [Fact]
    public async Task that_is_stale_refuses_the_change()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string read = (await town.Get(Town.PathOf(Papers.Item))).ETag!;
        _ = await town.Progress("Draft sent.");
        IReadOnlyList<string> stored = await town.Tables.Everything();

        Answer stale = await town.Put(Receipt, Papers.By("law"), ("If-Match", read));
        Answer none = await town.Put(Receipt, Papers.By("law"), ("If-Match", "\"abc\""));

        (stale.Status, stale.Problem).Should().Be((412, "stale"), stale.Text);

        // RFC 9110, 13.1.1: a tag that the item never had matches as little as an old one.
        (none.Status, none.Problem).Should().Be((412, "stale"), none.Text);
        (await town.Tables.Everything()).Should().Equal(stored);
        (await town.Put(Receipt, Papers.By("law"), ("If-Match", "*"))).Status.Should().Be(200);
    }

    /// <summary>The clock moves an item's alarm after every verb; that is no change that a caller could have decided on.</summary>
    [Fact]
    public async Task of_an_answer_is_good_for_the_next_call()
    {
        await using Town town = await Town.With(Papers.ItemOf());

        Answer read = await town.Get(Town.PathOf(Papers.Item));
        await town.Until("2020-05-13 12:00");
        Answer signed = await town.Put(Receipt, Papers.By("law"), ("If-Match", read.ETag!));
        Answer reported = await town.Put(Completion, Papers.Done("law"), ("If-Match", signed.ETag!));

        signed.Status.Should().Be(200, signed.Text);
        reported.Status.Should().Be(200, reported.Text);
    }

    /// <summary>
    /// A cache that asks whether its copy is good must not go on showing yellow what has become red; who decided on it has decided on the
    /// same.
    /// </summary>
    [Fact]
    public async Task that_is_known_is_known_no_longer_when_the_item_shows_another_colour()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string read = (await town.Get(Town.PathOf(Papers.Item))).ETag!;
        Answer known = await town.Call("GET", Town.PathOf(Papers.Item), null, ("If-None-Match", read));
        await town.Until("2020-06-18 10:00");

        Answer late = await town.Call("GET", Town.PathOf(Papers.Item), null, ("If-None-Match", read));

        (known.Status, known.Text, known.ETag).Should().Be((304, "", read));
        (late.Status, (string?)late.Body!["slip"]).Should().Be((200, "red"));
        late.ETag.Should().NotBe(read);
    }

    /// <summary>Two people report the same: the second's words are not on record, and they must hear so.</summary>
    [Fact]
    public async Task that_is_stale_tells_whoever_did_the_same_in_words_of_their_own()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string read = (await town.Get(Town.PathOf(Papers.Item))).ETag!;
        _ = await town.Put(Completion, Papers.Done("law"), ("If-Match", read), ("Idempotency-Key", "first"));
        JsonObject others = new()
        {
            ["by"] = "law",
            ["evidence"] = new JsonObject { ["kind"] = "none", ["note"] = "Told by phone." },
        };

        Answer second = await town.Put(Completion, others, ("If-Match", read), ("Idempotency-Key", "second"));
        Answer first = await town.Put(Completion, Papers.Done("law"), ("If-Match", read), ("Idempotency-Key", "first"));

        (second.Status, second.Problem).Should().Be((412, "stale"), second.Text);
        first.Status.Should().Be(200, first.Text);
        (await town.Events()).Count(what => what == "reported").Should().Be(1);
    }

    [Fact]
    public async Task that_was_good_when_the_lost_answer_was_given_is_good_when_the_call_is_repeated()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string read = (await town.Get(Town.PathOf(Papers.Item))).ETag!;
        _ = await town.Put(Receipt, Papers.By("law"), ("If-Match", read));

        Answer again = await town.Put(Receipt, Papers.By("law"), ("If-Match", read));

        again.Status.Should().Be(200, again.Text);
    }
}
