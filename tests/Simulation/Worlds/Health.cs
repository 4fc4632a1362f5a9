using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>When a world was not in order, and what may be late for it.</summary>
public sealed class Health
{
    /// <summary>Law 1: the sweep finds within three minutes what everything else lost. It comes by whole minutes.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(4);

    private readonly List<(Instant From, Instant To)> spells = [];

    public void Disturb(Instant from, Instant to) => spells.Add((from, to));

    public bool IsDisturbed(Instant from, Instant to) => spells.Any(spell => spell.From <= to && from <= spell.To);

    /// <summary>By when what was due at <paramref name="due"/> must have been done: after so long without anything in the way.</summary>
    public Instant Deadline(Instant due)
    {
        if (due == Instant.MaxValue)
        {
            return due;
        }

        Instant begin = due;
        while (spells.Where(spell => spell.From <= begin + Patience && spell.To > begin).Select(spell => (Instant?)spell.To)
            .Max() is { } later)
        {
            begin = later;
        }

        return begin + Patience;
    }
}
