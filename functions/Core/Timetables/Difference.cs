using FollowUp.Ledger;

namespace FollowUp.Timetables;

/// <summary>One notice that a change would bring, take away or move.</summary>
/// <param name="Before">Null where it is gained.</param>
/// <param name="After">Null where it is lost.</param>
public sealed record Difference(DifferenceKind Kind, ForecastEntry? Before, ForecastEntry? After)
{
    /// <summary>What a change does to what is still to be said, by moment. What was said stays said.</summary>
    public static IReadOnlyList<Difference> Between(IEnumerable<ForecastEntry> before, IEnumerable<ForecastEntry> after)
    {
        Dictionary<object, ForecastEntry> was = IndexByNotice(before);
        Dictionary<object, ForecastEntry> becomes = IndexByNotice(after);
        return
        [
            .. was.Keys.Union(becomes.Keys)
                .Select(name => Compare(was.GetValueOrDefault(name), becomes.GetValueOrDefault(name))).OfType<Difference>()
                .OrderBy(difference => (difference.After ?? difference.Before)!.Entry.Planned),
        ];
    }

    private static Difference? Compare(ForecastEntry? before, ForecastEntry? after) => (before, after) switch
    {
        (null, _) => new(DifferenceKind.Gained, null, after),
        (_, null) => new(DifferenceKind.Lost, before, null),
        _ when before.Entry.Planned != after.Entry.Planned || before.Entry.DueAt != after.Entry.DueAt =>
            new(DifferenceKind.Moved, before, after),
        _ => null,
    };

    /// <summary>The same words to the same reader are the same notice, around whatever anchor they are counted.</summary>
    private static Dictionary<object, ForecastEntry> IndexByNotice(IEnumerable<ForecastEntry> lines)
    {
        Dictionary<object, ForecastEntry> named = [];
        foreach (ForecastEntry foreseen in lines.Where(foreseen => foreseen.Entry is { State: NoticeState.Expected, Skip: null }))
        {
            RungKey key = foreseen.Entry.Key;
            named.TryAdd((key.Ladder, key.Rung, key.Occurrence, key.Recipient, foreseen.Receiver!.Person.Id), foreseen);
        }

        return named;
    }
}
