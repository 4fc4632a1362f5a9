using FollowUp.Ledger;
using FollowUp.Recipients;

namespace FollowUp.Timetables;

/// <summary>A line of a timetable, and who would really receive it as things stand.</summary>
/// <param name="Receiver">Null where it was decided on already.</param>
public sealed record Foreseen(Line Line, Recipient? Receiver);

public enum DifferenceKind
{
    /// <summary>Somebody would hear what they would not have heard.</summary>
    Gained,

    /// <summary>Somebody would not hear what they would have heard.</summary>
    Lost,

    /// <summary>They would hear it at another moment.</summary>
    Moved,
}

/// <summary>One notice that a change would bring, take away or move.</summary>
/// <param name="Before">Null where it is gained.</param>
/// <param name="After">Null where it is lost.</param>
public sealed record Difference(DifferenceKind Kind, Foreseen? Before, Foreseen? After)
{
    /// <summary>What a change does to what is still to be said, by moment. What was said stays said.</summary>
    public static IReadOnlyList<Difference> Between(IEnumerable<Foreseen> before, IEnumerable<Foreseen> after)
    {
        Dictionary<object, Foreseen> was = ByName(before);
        Dictionary<object, Foreseen> becomes = ByName(after);
        return
        [
            .. was.Keys.Union(becomes.Keys)
                .Select(name => Of(was.GetValueOrDefault(name), becomes.GetValueOrDefault(name))).OfType<Difference>()
                .OrderBy(difference => (difference.After ?? difference.Before)!.Line.Planned),
        ];
    }

    private static Difference? Of(Foreseen? before, Foreseen? after) => (before, after) switch
    {
        (null, _) => new(DifferenceKind.Gained, null, after),
        (_, null) => new(DifferenceKind.Lost, before, null),
        _ when before.Line.Planned != after.Line.Planned || before.Line.DueAt != after.Line.DueAt => new(DifferenceKind.Moved, before, after),
        _ => null,
    };

    /// <summary>The same words to the same reader are the same notice, around whatever anchor they are counted.</summary>
    private static Dictionary<object, Foreseen> ByName(IEnumerable<Foreseen> lines)
    {
        Dictionary<object, Foreseen> named = [];
        foreach (Foreseen foreseen in lines.Where(foreseen => foreseen.Line is { State: NoticeState.Expected, Skip: null }))
        {
            named.TryAdd((foreseen.Line.Key.Ladder, foreseen.Line.Key.Rung, foreseen.Line.Key.Occurrence, foreseen.Line.Key.Recipient, foreseen.Receiver!.Person.Id), foreseen);
        }

        return named;
    }
}
