using System.Collections.Immutable;

namespace FollowUp.Plans;

/// <summary>A sequence of notices around one anchor. The name says the anchor and while what it runs.</summary>
public sealed record Ladder(LadderName Name, ImmutableArray<Rung> Rungs)
{
    /// <summary>Whether any rung of it speaks to <paramref name="role"/>.</summary>
    public bool SpeaksTo(string role)
    {
        foreach (Rung rung in Rungs)
        {
            if (rung.To.Contains(role))
            {
                return true;
            }
        }

        return false;
    }
}
