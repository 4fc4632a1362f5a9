using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Plans;

/// <summary>The ladders that apply to an item: who hears what, how long before or after what.</summary>
/// <param name="Hour">When notices go out, in the recipient's own zone.</param>
/// <param name="ExtensionsMax">How often the due date may be extended.</param>
public sealed record Plan(string Id, LocalTime Hour, int ExtensionsMax, ImmutableArray<Ladder> Ladders)
{
    public int Revision { get; init; }

    /// <summary>When the levels hear of everything that is late; null where they only hear what the ladders tell them.</summary>
    public WeeklyReview? Review { get; init; }

    /// <summary>Days before the due date within which nobody is asked for interim word any more: the due ladder speaks then.</summary>
    public const int ProgressHorizon = 60;

    /// <summary>The ladder of that name, this plan's own or the one that no plan may go without.</summary>
    public Ladder? Ladder(LadderName name) => FindByName(name, Ladders) ?? FindByName(name, MandatoryLadders.All);

    /// <summary>What an item goes by that names no other, in the newest revision that is shipped.</summary>
    public static Plan Default => DefaultPlan.Newest;

    private static Ladder? FindByName(LadderName name, ImmutableArray<Ladder> ladders)
    {
        foreach (Ladder ladder in ladders)
        {
            if (ladder.Name == name)
            {
                return ladder;
            }
        }

        return null;
    }
}
