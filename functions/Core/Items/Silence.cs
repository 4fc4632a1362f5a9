using NodaTime;

namespace FollowUp.Items;

/// <summary>
/// Since when nobody has said anything about an item. A word is whatever somebody did with it: signed, reported, asked, decided, moved,
/// handed on. What is asked of people is none, nor is what the clock does.
/// </summary>
public static class Silence
{
    /// <summary>When the last word came; null while it is not assigned, and nobody is expected to say anything.</summary>
    public static Instant? LastWordAt(this AgreedItem item) =>
        item.HandedAt() is { } handed ? item.WordsOf().Prepend(handed).Max() : null;

    /// <summary>
    /// How many words there were, from 1: it grows with each. A hand-over counts for two, since the receipt that came before it counts no
    /// more.
    /// </summary>
    public static int CountWords(this AgreedItem item) => 1 + item.HandOvers.Count + item.WordsOf().Count();

    /// <summary>When its owner last signed, told how far it is, asked or reported themselves; null where they never did.</summary>
    public static Instant? OwnersWordAt(this AgreedItem item) => new[]
    {
        item.Receipt is { } receipt && receipt.By == item.Owner ? receipt.At : (Instant?)null,
        item.Completion is { } report && report.By == item.Owner ? report.At : null,
        item.Progress.LastOrDefault(word => word.By == item.Owner)?.At,
        item.EvidenceFiles.LastOrDefault(file => file.By == item.Owner)?.At,
        item.Stages.Where(stage => stage.Done?.By == item.Owner).Max(stage => stage.Done?.At),
        item.Extensions.LastOrDefault(asked => asked.By == item.Owner)?.At,
        item.Escalations.LastOrDefault(escalated => escalated.By == item.Owner)?.At,
        item.Questions.LastOrDefault(asked => asked.By == item.Owner)?.At,
        item.Questions.LastOrDefault(asked => asked.Reply?.By == item.Owner)?.Reply?.At,
    }.Max();

    /// <summary>When each of them came, in no order.</summary>
    internal static IEnumerable<Instant> WordsOf(this AgreedItem item) =>
    [
        .. item.Receipt is { } receipt ? [receipt.At] : (Instant[])[],
        .. item.Progress.Select(word => word.At),
        .. item.EvidenceFiles.Select(file => file.At),
        .. item.Stages.Select(stage => stage.Done?.At).OfType<Instant>(),
        .. item.Extensions.Select(asked => asked.At),
        .. item.Extensions.Select(asked => asked.Decision?.At).OfType<Instant>(),
        .. item.Suspensions.Select(waited => waited.At),
        .. item.Suspensions.Select(waited => waited.Ended?.At).OfType<Instant>(),
        .. item.HandOvers.Select(handed => handed.At),
        .. item.DueChanges.Select(moved => moved.At),
        .. item.Returns.Select(returned => returned.At),
        .. item.Escalations.Select(escalated => escalated.At),
        .. item.Questions.Select(asked => asked.At),
        .. item.Questions.Select(asked => asked.Reply?.At).OfType<Instant>(),
    ];
}
