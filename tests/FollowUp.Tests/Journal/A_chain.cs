using System.Text.Json;
using CsCheck;
using FollowUp.Journal;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Tests.Journal;

/// <summary>Law 19: whoever has an export can check it without the store. Tests <see cref="Chain"/>,
/// <see cref="Entry"/> and <see cref="Through"/>.</summary>
public sealed class A_chain
{
    private static readonly Instant Start = Sample.At("2020-03-02 09:00");

    private static readonly Gen<JournalEvent> Happenings = Gen.Select(
        One("registered", "assigned", "signed", "notice"),
        One<string?>(null, "", "-", "protocol-1", "visit"), One<string?>("ana", "boris", null, "", "-"),
        One<string?>(null, "", "-", "1:x", "议定书", "протокол"),
        Gen.Select(One<string?>(null, "letter", "key:desk", "person:chen", ""), One<string?>(null, "", "00ff", "letter")),
        (what, item, by, text, sealedBy) => new JournalEvent(what, item, by, text) { Through = sealedBy.Item1, Digest = sealedBy.Item2 });

    private static readonly Gen<List<Entry>> Chains = Happenings.List[1, 12]
        .Select(Gen.Int[0, 3], (happenings, cut) => Written(happenings, cut));

    [Fact]
    public void verifies_as_it_was_written() =>
        Chains.Sample(chain => Chain.FindBreak(chain) is null);

    [Fact]
    public void begins_at_one_and_goes_on_from_its_head()
    {
        List<Entry> chain =
            Written([
                new("registered", null, "chen", "x"),
                new("assigned", "protocol-1", "chen", null),
                new("signed", "protocol-1", "ana", null),
            ], 1);
        chain.Select(entry => entry.Seq).Should().Equal(1, 2, 3);
        chain[0].Previous.Should().Be(Chain.Empty.Hash);
        chain.Skip(1).Select(entry => entry.Previous).Should().Equal(chain.SkipLast(1).Select(entry => entry.Hash));
        chain[2].Hash.Should().MatchRegex("^[0-9a-f]{64}$");
    }

    [Fact]
    public void betrays_any_change_of_any_field() =>
        Gen.Select(Chains, Gen.Int[0, 11], Gen.Int[0, 11]).Sample((chain, at, field) =>
        {
            at %= chain.Count;
            List<Entry> forged = [.. chain];
            forged[at] = Forged(chain[at], field);
            return Chain.FindBreak(forged) is not null;
        });

    // Whoever forges well gives the entry a hash that fits; then the next one does not.
    [Fact]
    public void betrays_an_entry_that_was_sealed_anew() =>
        Chains.Where(chain => chain.Count > 1).Sample(chain =>
        {
            Entry entry = chain[0] with { Text = chain[0].Text + "!" };
            string hash = Entry.HashOf(
                entry.Seq, entry.At, entry.Event, entry.Agreement, entry.Item, entry.By, entry.Text, entry.Previous, entry.Through,
                entry.Digest);
            return Chain.FindBreak([entry with { Hash = hash }, .. chain.Skip(1)]) == 2;
        });

    [Fact]
    public void betrays_what_is_left_out_or_put_elsewhere() =>
        Gen.Select(Chains, Gen.Int[0, 11], Gen.Int[0, 11]).Where(of => of.Item1.Count > 1).Sample((chain, one, other) =>
        {
            (one, other) = (one % (chain.Count - 1), other % chain.Count);
            List<Entry> without = [.. chain.Where((_, n) => n != one)];
            List<Entry> swapped = [.. chain];
            (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
            List<Entry> doubled = [.. chain.Take(one + 1), chain[one], .. chain.Skip(one + 1)];
            return Chain.FindBreak(without) is not null && Chain.FindBreak(doubled) is not null
                && (one == other || Chain.FindBreak(swapped) is not null);
        });

    [Fact]
    public void tells_a_moment_from_one_a_millisecond_later()
    {
        Entry entry = Written([new("signed", "protocol-1", "ana", null)], 0)[0];
        Chain.FindBreak([entry with { At = entry.At + Duration.FromMilliseconds(1) }]).Should().Be(1);
    }

    // A change of this value is a change of every journal that was ever exported.
    [Fact]
    public void is_sealed_as_its_description_says()
    {
        const string sealedText = "64:0000000000000000000000000000000000000000000000000000000000000000" + "1:1" + "20:2020-03-02T01:00:00Z"
            + "6:signed" + "18:2019-11-21-beijing" + "10:protocol-1" + "3:ana" + "-";
        byte[] hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sealedText));
        Written([new("signed", "protocol-1", "ana", null)], 1)[0].Hash.Should().Be(Convert.ToHexStringLower(hash));
    }

    /// <summary>An entry of today in which nobody acted for another is, byte for byte, one of an earlier version.</summary>
    [Fact]
    public void says_nothing_more_of_who_acted_for_themselves()
    {
        Entry signed = Written([new("signed", "protocol-1", "ana", null)], 1)[0];
        JsonSerializer.Serialize(signed, Json.Options).Should().NotContain("through");
        Entry forAna = Written([new("signed", "protocol-1", "ana", null) { Through = Through.Person("chen") }], 1)[0];
        JsonSerializer.Serialize(forAna, Json.Options).Should().Contain("\"through\":\"person:chen\"");
        forAna.Hash.Should().NotBe(signed.Hash);
    }

    /// <summary>Of an entry that seals a row: through whom it came, which is absent where nobody acted, and then the row.</summary>
    [Fact]
    public void seals_the_digest_of_a_row_as_its_description_says()
    {
        string zeros = new('0', 64);
        string sealedText = $"64:{zeros}1:120:2020-03-02T01:00:00Z6:notice18:2019-11-21-beijing10:protocol-1---4:00ff";
        Entry entry = Written([new("notice", "protocol-1", null, null) { Digest = "00ff" }], 1)[0];
        entry.Hash.Should().Be(Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sealedText))));
        JsonSerializer.Serialize(entry, Json.Options).Should().Contain("\"digest\":\"00ff\"").And.NotContain("through");
    }

    private static Gen<T> One<T>(params T[] options) => Gen.Int[0, options.Length - 1].Select(n => options[n]);

    private static List<Entry> Written(List<JournalEvent> happenings, int cut)
    {
        IReadOnlyList<Entry> first = Chain.Empty.Append("2019-11-21-beijing", Start, happenings.Take(cut));
        Chain head = first is [.., var last] ? new(last.Seq, last.Hash) : Chain.Empty;
        return [.. first, .. head.Append("2019-11-21-beijing", Start + Duration.FromHours(1), happenings.Skip(cut))];
    }

    private static Entry Forged(Entry entry, int field) => field switch
    {
        0 => entry with { Seq = entry.Seq + 1 },
        1 => entry with { At = entry.At + Duration.FromTicks(1) },
        2 => entry with { Event = entry.Event + "x" },
        3 => entry with { Agreement = "other" },
        4 => entry with { Item = entry.Item is null ? "-" : null },
        5 => entry with { By = entry.By is null ? "" : null },
        6 => entry with { Text = entry.Text + "\u200b" },
        7 => entry with { Through = entry.Through is null ? "" : null },
        8 => entry with { Digest = entry.Digest is null ? "" : null },
        9 => entry with { Digest = entry.Through, Through = entry.Digest == entry.Through ? entry.Digest + "x" : entry.Digest },
        10 => entry with { Previous = new string('1', 64) },
        _ => entry with { Hash = new string('f', 64) },
    };
}
