using System.Text;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Proof;
using FollowUp.Tests.Proof.Rig;
using NodaTime;

namespace FollowUp.Tests.Proof;

/// <summary>
/// Law 19: whoever has the file can check it without us. Tests <see cref="ProofFile"/>, <see cref="ProofResult"/>,
/// <see cref="ProofFinding"/>, <see cref="ProofContent"/>, <see cref="LedgerOrder"/> and what they stand on: <see cref="ProofChecks"/>,
/// <see cref="LedgerSeals"/>, <see cref="ProofReader"/>, <see cref="ProofFormat"/>, <see cref="RecordFault"/>.
/// </summary>
public sealed class A_proof_file
{
    private static readonly ProofContent Content = SampleProof.Content;

    [Fact]
    public void is_sound_as_it_was_written_and_says_what_it_holds()
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes(SampleProof.Text));
        ProofResult result = ProofFile.Verify(file);

        result.Findings.Should().BeEmpty();
        (result.IsSound, result.Agreement, result.Head).Should().Be((true, "2019-11-21-beijing", Content.Head));
        (result.Entries, result.LedgerRows, result.SealedRows, result.RowsSealedByWords, result.OpenRows).Should().Be((9, 6, 4, 1, 1));
    }

    [Fact]
    public void is_the_same_bytes_for_the_same_state() =>
        ProofFile.Write(Content).ToArray().Should().Equal(Encoding.UTF8.GetBytes(SampleProof.Text));

    /// <summary>Files lie with others for years: a byte that is written otherwise makes each of them unsound.</summary>
    [Fact]
    public void is_written_as_docs_design_says()
    {
        SampleProof.Lines[0].Should().Be("""{"format":"followup-proof","version":1,""");
        SampleProof.Lines[2].Should().Be($$"""
            "head":{"seq":9,"hash":"{{Content.Head.Hash}}"},
            """);
        SampleProof.Lines.Should().Contain("""{"id":"gleb","name":"Глеб","timeZone":"Europe/Moscow"}""");
        SampleProof.Lines.Single(line => line.Contains("\"eve\"", StringComparison.Ordinal)).Should().Be(
            """{"item":"protocol-1","anchorRevision":1,"ladder":"due","rung":"eve","occurrence":0,"to":"ana","role":"owner","""
            + "\"planned\":\"2020-05-22T01:00:00Z\",\"dueAt\":\"2020-05-22T01:00:00Z\",\"decidedAt\":\"2020-05-22T00:59:00Z\","
            + "\"state\":\"skipped\",\"at\":\"2020-05-22T01:00:00Z\",\"why\":\"before assignment\"},");
        SampleProof.Lines[^1].Should().MatchRegex("^\"digest\":\"[0-9a-f]{64}\"}$");
        System.Text.Json.JsonDocument.Parse(SampleProof.Text).RootElement.GetProperty("ledger").GetArrayLength().Should().Be(6);
    }

    [Fact]
    public void names_an_entry_that_was_changed() =>
        SampleProof.Found(Content.With(3, entry => entry with { By = "gleb" }))
            .Should().Equal("entry 3: was changed: its hash does not fit what it says");

    [Fact]
    public void names_the_entry_after_one_that_was_changed_and_sealed_anew() =>
        SampleProof.Found(Content.With(3, entry => Sealed(entry with { By = "gleb" })))
            .Should().Equal("entry 4: does not follow what is before it: the hash of that is another");

    [Fact]
    public void says_where_entries_are_missing_doubled_or_elsewhere()
    {
        SampleProof.Found(Content with { Entries = [.. Content.Entries.Where(entry => entry.Seq != 2)] }).Should().Equal(
            "entry 3: follows 1: what was between them is missing",
            "entry 3: does not follow what is before it: the hash of that is another");
        SampleProof.Found(Content with { Entries = [.. Content.Entries.Take(2), .. Content.Entries.Skip(1)] })
            .Should().Contain("entry 2: follows 2: it is there twice, or was put elsewhere");
        SampleProof.Found(Content with { Entries = [.. Content.Entries.Take(8)] })
            .Should().Contain(one => one.StartsWith("file: ends with entry 8", StringComparison.Ordinal));
    }

    [Fact]
    public void names_a_row_of_which_anything_was_changed()
    {
        foreach (ProofContent forged in new[]
        {
            Content.With("week", row => row with { Address = "ana@nia.example" }),
            Content.With("week", row => row with { MessageId = null }),
            Content.With("week", row => row with { Reply = "250 2.0.0 Ok: queued as 4XyA" }),
            Content.With("week", row => row with { Planned = row.Planned - Duration.FromTicks(1) }),
            Content.With("week", row => row with { AnchorRevision = 2 }),
        })
        {
            SampleProof.Found(forged).Should().Contain(
                "ledger row due/week/0 to ana of protocol-1: was changed: entry 8 seals it with another content");
        }
    }

    [Fact]
    public void names_a_row_that_was_left_out_added_doubled_or_put_elsewhere()
    {
        SampleProof.Found(Content with { Ledger = [.. Content.Ledger.Where(row => row.Rung != "week")] })
            .Should().Equal("entry 8: seals a row that the ledger does not have");
        SealedRow added = Content.Ledger[4] with { Rung = "level-2" };
        SampleProof.Found(Content with { Ledger = [.. Content.Ledger.Take(5), added, Content.Ledger[5]] }).Should().Equal(
            "ledger row overdue/level-2/0 to ana of protocol-1: is sealed by no entry of the journal: it was added, or changed, or its "
            + "entry is gone");
        SampleProof.Found(Content with { Ledger = [.. Content.Ledger, Content.Ledger[5]] })
            .Should().Contain("ledger row receipt/again/0 to ana of protocol-1: is there twice");
        SampleProof.Found(Content with { Ledger = [.. Content.Ledger.Reverse()] })
            .Should().Contain("ledger row due/month/0 to ana of protocol-1: stands in another place than its key has");
    }

    [Fact]
    public void knows_a_notice_of_an_earlier_version_by_its_words_and_its_moment_alone()
    {
        SampleProof.Found(Content.With("month", row => row with { Address = "ana@nia.example" })).Should().BeEmpty();
        SampleProof.Found(Content.With("month", row => row with { At = row.At + Duration.FromSeconds(1) })).Should().NotBeEmpty();
        SampleProof.Found(Content.With("month", row => row with { State = NoticeState.Planned })).Should().NotBeEmpty();
    }

    [Fact]
    public void says_which_field_is_unknown_doubled_missing_or_of_another_kind()
    {
        Replaced("\"event\":\"signed\"", "\"event\":\"signed\",\"note\":\"x\"")
            .Should().Contain("has note, which the format does not know");
        Replaced("\"event\":\"signed\"", "\"event\":\"signed\",\"event\":\"signed\"").Should().Contain("has event more than once");
        Replaced("\"event\":\"signed\",", "").Should().Contain("lacks event");
        Replaced("\"seq\":3", "\"seq\":\"3\"").Should().Contain("has a value of another kind than the format says");
        Replaced("\"role\":\"owner\"", "\"role\":null").Should().Contain("has a value of another kind");
        Replaced("\"ladder\":\"due\"", "\"ladder\":\"dew\"").Should().Contain("has a value of another kind");
    }

    [Theory]
    [InlineData("\"seq\":3", "\"seq\":3.0")]
    [InlineData("\"seq\":3", "\"seq\":3e0")]
    [InlineData("\"seq\":3", "\"seq\": 3")]
    [InlineData("\"by\":\"ana\"", "\"by\":\"\\u0061na\"")]
    [InlineData("\"by\":\"ana\"", "\"By\":\"ana\"")]
    [InlineData("T01:00:00Z", "T01:00:00.000Z")]
    [InlineData("T01:00:00Z", "T09:00:00+08")]
    [InlineData("\"state\":\"sent\"", "\"state\":2")]
    [InlineData("\"state\":\"sent\"", "\"state\":\"Sent\"")]
    [InlineData("\"signedOn\":\"2019-11-21\"", "\"signedOn\":\"2019-11-21 \"")]
    [InlineData("Встреча", "\\u0412стреча")]
    [InlineData("会谈", "\uFEFF会谈")]
    [InlineData("\"Глеб\"", "\"Гле\u0431\u0306\"")]
    [InlineData("\n],", "\n ],")]
    [InlineData("\n", "\r\n")]
    public void has_one_spelling_only(string written, string otherwise) =>
        SampleProof.Verify(ReplacedOnce(written, otherwise)).IsSound.Should().BeFalse();

    [Theory]
    [InlineData("", "\n")]
    [InlineData("", " ")]
    [InlineData("", "{}")]
    [InlineData("\uFEFF", "")]
    [InlineData("[", "]")]
    public void has_nothing_before_it_or_behind_it(string before, string behind) =>
        SampleProof.Verify(before + SampleProof.Text + behind).IsSound.Should().BeFalse();

    [Fact]
    public void is_none_where_it_ends_early() =>
        Enumerable.Range(0, SampleProof.Text.Length - 1).Where(length => SampleProof.Verify(SampleProof.Text[..length]).IsSound)
            .Should().BeEmpty();

    /// <summary>The names beside the chain are sealed by the file's own digest.</summary>
    [Fact]
    public void says_so_where_only_a_name_was_changed() =>
        SampleProof.Found(ReplacedOnce("\"name\":\"Ana\"", "\"name\":\"Anna\"")).Should().ContainSingle()
            .Which.Should().Contain("file: was changed: its digest does not fit what is before it");

    [Fact]
    public void contains_a_head_that_was_noted_down_at_any_time_before()
    {
        ReadOnlyMemory<byte> file = ProofFile.Write(Content);
        foreach (Entry entry in Content.Entries)
        {
            ProofFile.Verify(file, new Chain(entry.Seq, entry.Hash)).IsSound.Should().BeTrue();
        }

        ProofFile.Verify(file, new Chain(10, new string('a', 64))).Findings.Should().ContainSingle()
            .Which.Text.Should().Contain("the journal was cut at 9");
        ProofFile.Verify(file, new Chain(4, new string('a', 64))).Findings.Should().ContainSingle()
            .Which.Text.Should().Contain("the journal was made anew");
    }

    [Fact]
    public void says_in_which_entry_a_file_at_hand_was_handed_in()
    {
        Dictionary<string, string> files = new() { ["draft.pdf"] = SampleProof.Document, ["other.pdf"] = new string('0', 64) };
        ProofResult result = ProofFile.Verify(ProofFile.Write(Content), evidence: files);

        result.Evidence.Should().Equal(new EvidenceMatch("draft.pdf", 4), new EvidenceMatch("other.pdf", null));
        result.Findings.Should().ContainSingle().Which.Where.Should().Be("evidence other.pdf");
    }

    private static string Replaced(string written, string otherwise) =>
        string.Join('\n', SampleProof.Found(ReplacedOnce(written, otherwise)));

    private static string ReplacedOnce(string written, string otherwise)
    {
        int at = SampleProof.Text.IndexOf(written, StringComparison.Ordinal);
        at.Should().BePositive();
        return SampleProof.Text[..at] + otherwise + SampleProof.Text[(at + written.Length)..];
    }

    private static Entry Sealed(Entry entry) => entry with
    {
        Hash = Entry.HashOf(
            entry.Seq, entry.At, entry.Event, entry.Agreement, entry.Item, entry.By, entry.Text, entry.Previous, entry.Through,
            entry.Digest),
    };
}
