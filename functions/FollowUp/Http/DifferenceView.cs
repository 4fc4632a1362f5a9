using FollowUp.Operations;
using FollowUp.Timetables;

namespace FollowUp.Http;

/// <summary>What a change would do, as callers see it.</summary>
public static class DifferenceView
{
    /// <summary>Who gains, loses or hears at another moment which notice of an item, and how many of each.</summary>
    public static object Of(Consequence consequence) => new
    {
        consequence.Before.Agreement,
        Item = consequence.Before.Id,
        consequence.Before.Title,
        Rebase = consequence.After.Rebases.Count > consequence.Before.Rebases.Count ? consequence.After.Rebases[^1].InWords() : null,
        Gained = Count(consequence, DifferenceKind.Gained),
        Lost = Count(consequence, DifferenceKind.Lost),
        Moved = Count(consequence, DifferenceKind.Moved),
        Changes = consequence.Differences.Select(Of),
    };

    private static int Count(Consequence consequence, DifferenceKind kind) => consequence.Differences.Count(difference => difference.Kind == kind);

    private static object Of(Difference difference)
    {
        ForecastEntry shown = (difference.After ?? difference.Before)!;
        return new
        {
            Change = difference.Kind,
            shown.Entry.Key.Ladder,
            shown.Entry.Key.Rung,
            shown.Entry.Key.Occurrence,
            To = shown.Entry.Key.Recipient,
            ReceivedBy = shown.Receiver!.Person.Id,
            shown.Receiver!.Trace,
            shown.Entry.Role,
            shown.Entry.Planned,
            Was = difference is { Kind: DifferenceKind.Moved, Before: { } before } ? before.Entry.Planned : (NodaTime.Instant?)null,
            shown.Entry.Explanation,
        };
    }
}
