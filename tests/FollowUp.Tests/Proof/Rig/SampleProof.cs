using System.Text;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Proof;
using NodaTime;

namespace FollowUp.Tests.Proof.Rig;

/// <summary>A small agreement with a notice in each state, one of an earlier version among them.</summary>
internal static class SampleProof
{
    public const string Document = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private const string Agreement = "2019-11-21-beijing";

    private static readonly Instant Morning = Sample.At("2020-05-22 09:00");

    public static ProofContent Content { get; } = Make();

    public static string Text { get; } = Encoding.UTF8.GetString(ProofFile.Write(Content).Span);

    public static IReadOnlyList<string> Lines { get; } = Text.TrimEnd('\n').Split('\n');

    public static ProofResult Verify(string text) => ProofFile.Verify(Encoding.UTF8.GetBytes(text));

    /// <summary>What is found, each as one text.</summary>
    public static IReadOnlyList<string> Found(string text) => [.. Verify(text).Findings.Select(finding => finding.ToString())];

    /// <summary>Written as whoever forges well would: with the digest that fits.</summary>
    public static IReadOnlyList<string> Found(ProofContent content) =>
        [.. ProofFile.Verify(ProofFile.Write(content)).Findings.Select(finding => $"{finding.Where}: {finding.Text}")];

    /// <summary>The same content with one entry in another's place.</summary>
    public static ProofContent With(this ProofContent content, int seq, Func<Entry, Entry> change) =>
        content with { Entries = [.. content.Entries.Select(entry => entry.Seq == seq ? change(entry) : entry)] };

    public static ProofContent With(this ProofContent content, string rung, Func<SealedRow, SealedRow> change) =>
        content with { Ledger = [.. content.Ledger.Select(row => row.Rung == rung ? change(row) : row)] };

    private static ProofContent Make()
    {
        LedgerRow[] rows =
        [
            Row(LadderName.Receipt, "again").WithState(NoticeState.Superseded, Morning, "superseded by receipt/last/0 to ana"),
            Row(LadderName.Due, "day") with { DecidedAt = Morning },
            Row(LadderName.Due, "eve").WithState(NoticeState.Skipped, Morning, "before assignment") with { SentTo = null, Slot = null },
            Row(LadderName.Due, "month").WithState(NoticeState.Sent, Morning),
            Row(LadderName.Due, "week").WithState(NoticeState.Sent, Morning) with
            {
                SentTo = "gleb",
                Trace = "ana absent → gleb",
                Address = "gleb@nia.example",
                MessageId = "4f@nia.example",
                TextDigest = Document,
                Reply = "250 2.0.0 Ok: queued as 4XyZ",
            },
            Row(LadderName.Overdue, "level-1").WithState(NoticeState.Failed, Morning, "The mail server refused the letter: 550"),
        ];
        JournalEvent[] events =
        [
            new(EventNames.Registered, null, "chen", "Встреча, 会谈纪要 \"I\""),
            new(EventNames.Assigned, "protocol-1", "chen", "to ana, due 2020-05-29") { Through = Through.Key("desk") },
            new(EventNames.Signed, "protocol-1", "ana", null),
            new(EventNames.Progress, "protocol-1", "ana", $"The draft.\nSHA-256 {Document}"),
            .. rows.Where(row => row.IsFinal).Select(NoticeJournal.EventOf).Select(
                one => one.Text!.Contains("month", StringComparison.Ordinal) ? one with { Digest = null } : one),
        ];
        IReadOnlyList<Entry> entries = Chain.Empty.Append(Agreement, Morning, events);
        return new(
            new(Agreement, "minutes", new(2019, 11, 21), new() { En = "Working meeting" },
                [new("CN", new() { Zh = "中方" }, Sample.Shanghai)], "chen"),
            new(entries[^1].Seq, entries[^1].Hash),
            [new("protocol-1", new() { En = "Revised protocol" })],
            [new("ana", "Ana", Sample.Shanghai), new("gleb", "Глеб", Sample.Moscow)],
            entries, [.. rows.Select(SealedRow.Of).Order(LedgerOrder.Instance)]);
    }

    private static LedgerRow Row(LadderName ladder, string rung) => new(
        new("protocol-1", 1, ladder, rung, 0, "ana"), "owner", Morning, Morning, null, NoticeState.Planned,
        Morning - Duration.FromMinutes(1), null, null, "ana", null, "202005220100");
}
