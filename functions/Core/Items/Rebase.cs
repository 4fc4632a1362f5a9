using FollowUp.Phrases;
using NodaTime;

namespace FollowUp.Items;

/// <summary>
/// The item was moved to newer revisions of its plan and calendars: explicitly, and after a look at what it changes (law 9).
/// </summary>
/// <param name="From">What it was frozen to before: the plan first, then the calendars.</param>
/// <param name="To">The same, since then.</param>
public sealed record Rebase(string By, Instant At, IReadOnlyList<FrozenRevision> From, IReadOnlyList<FrozenRevision> To)
{
    public static PhraseTemplate Phrase { get; } = new("re-based", "{changes:changes}");

    /// <summary>"plan default 1 → 2, calendar CN 1 → 3".</summary>
    public string InWords() => Phrase.Fill(Changes());

    /// <summary>The same as data.</summary>
    public Phrase Said() => Phrase.With(Changes());

    private IReadOnlyList<RevisionChange> Changes() =>
    [
        .. From.Zip(To, (from, to) => (from, to)).Select((pair, n) => (pair.from, pair.to, what: n == 0 ? "plan" : "calendar"))
            .Where(move => move.from != move.to)
            .Select(move => new RevisionChange(move.what, move.from.Id, move.from.Revision, move.to.Revision)),
    ];
}
