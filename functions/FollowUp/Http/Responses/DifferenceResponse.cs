using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Phrases;
using FollowUp.Plans;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>What would happen: the timetables of what a body would register, and what else it would change.</summary>
/// <param name="Next">The cursor of the next page of changes; absent on the last.</param>
public sealed record DryRunResponse(
    Instant Now, IReadOnlyList<DryRunItemResponse> Items, IEnumerable<DifferenceResponse> Changes, string? Next);

/// <summary>An item of the body, with what would be said about it.</summary>
public sealed record DryRunItemResponse(
    string Agreement, string Item, Wording Title, IReadOnlyList<string> Warnings, IEnumerable<WarningResponse> WarningDetails,
    IEnumerable<NoticeResponse> Lines)
{
    public static DryRunItemResponse Of(AgreedItem item, IEnumerable<ForecastEntry> lines) => new(
        item.Agreement, item.Id, item.Title, item.Warnings, item.Warnings.Select(WarningResponse.Of), lines.Select(NoticeResponse.Of));
}

/// <summary>What a re-base of an agreement changes, or has changed.</summary>
/// <param name="Preview">The token with which it is done.</param>
public sealed record AgreementRebaseResponse(Instant Now, string Preview, bool IsApplied, IEnumerable<DifferenceResponse> Items);

/// <summary>Who gains, loses or hears at another moment which notice of an item, and how many of each.</summary>
/// <param name="Rebase">The revisions that it would be moved to, in English; <paramref name="Said"/> has them as data.</param>
public sealed record DifferenceResponse(
    string Agreement, string Item, Wording Title, string? Rebase, Phrase? Said, int Gained, int Lost, int Moved,
    IEnumerable<NoticeDifferenceResponse> Changes)
{
    public static DifferenceResponse Of(Consequence consequence)
    {
        Items.Rebase? rebase = consequence.After.Rebases.Count > consequence.Before.Rebases.Count ? consequence.After.Rebases[^1] : null;
        return new(
            consequence.Before.Agreement, consequence.Before.Id, consequence.Before.Title, rebase?.InWords(), rebase?.Said(),
            Count(consequence, DifferenceKind.Gained), Count(consequence, DifferenceKind.Lost), Count(consequence, DifferenceKind.Moved),
            consequence.Differences.Select(NoticeDifferenceResponse.Of));
    }

    private static int Count(Consequence consequence, DifferenceKind kind) =>
        consequence.Differences.Count(difference => difference.Kind == kind);
}

/// <summary>A notice that would be gained, lost or moved; the English texts with their data, as in <see cref="NoticeResponse"/>.</summary>
/// <param name="Was">The moment it would be moved from.</param>
public sealed record NoticeDifferenceResponse(
    DifferenceKind Change, LadderName Ladder, string Rung, int Occurrence, string To, string ReceivedBy, string? Trace,
    IReadOnlyList<Phrase>? Steps, string Role,
    Instant Planned, Instant? Was, string? Explanation, IReadOnlyList<Phrase>? Shifts)
{
    public static NoticeDifferenceResponse Of(Difference difference)
    {
        ForecastEntry shown = (difference.After ?? difference.Before)!;
        TimetableEntry line = shown.Entry;
        return new(
            difference.Kind, line.Key.Ladder, line.Key.Rung, line.Key.Occurrence, line.Key.Recipient, shown.Receiver!.Person.Id,
            shown.Receiver.Trace, FollowUp.Ledger.TracePhrases.Read(shown.Receiver.Trace), line.Role, line.Planned,
            difference is { Kind: DifferenceKind.Moved, Before: { } before } ? before.Entry.Planned : null,
            line.Explanation, line.Shift?.Parts() is { Count: > 0 } shifts ? shifts : null);
    }
}
