using System.Diagnostics.Metrics;
using NodaTime;

namespace FollowUp;

/// <summary>
/// What operators count, under one meter: numbers, and words of ours; no id, nothing of anybody. Thread-safe, and next to nothing where
/// nobody listens.
/// </summary>
internal static class Metrics
{
    public const string MeterName = "FollowUp";

    private const string Outcome = "outcome";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Lateness = Meter.CreateHistogram<double>(
        "followup.notice.lateness", "s", "From the moment of a notice until it was decided and written down");

    private static readonly Counter<long> Letters = Meter.CreateCounter<long>(
        "followup.letters", "{letter}", "Letters that were tried: sent, refused for good, or delayed");

    private static readonly Counter<long> Commits = Meter.CreateCounter<long>(
        "followup.commits", "{commit}", "Writes of an agreement: done, done although the answer said otherwise (recovered), or a conflict");

    private static readonly Counter<long> Missed = Meter.CreateCounter<long>(
        "followup.sweep.missed", "{item}", "What a sweep had to move on, since its own clock had not");

    private static readonly Gauge<long> SweptAt = Meter.CreateGauge<long>(
        "followup.sweep.ended", "s", "When a sweep last came to its end, since 1970");

    public static void RecordLateness(Duration late) => Lateness.Record(late.TotalSeconds);

    public static void CountLetter(LetterOutcome outcome) => Letters.Add(1, Tag(outcome switch
    {
        LetterOutcome.Sent => "sent",
        LetterOutcome.Refused => "refused",
        _ => "delayed",
    }));

    public static void CountCommit(CommitOutcome outcome) => Commits.Add(1, Tag(outcome switch
    {
        CommitOutcome.Done => "done",
        CommitOutcome.Recovered => "recovered",
        _ => "conflict",
    }));

    public static void RecordSweep(Instant ended, int missed)
    {
        SweptAt.Record(ended.ToUnixTimeSeconds());
        Missed.Add(missed);
    }

    private static KeyValuePair<string, object?> Tag(string outcome) => new(Outcome, outcome);
}

/// <summary>What came of trying a letter.</summary>
internal enum LetterOutcome
{
    Sent,
    Refused,
    Delayed,
}

/// <summary>What came of writing an agreement.</summary>
internal enum CommitOutcome
{
    Done,
    Recovered,
    Conflict,
}
