using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Expected;

/// <summary>The people and calendars as they stand at one moment.</summary>
public sealed record Register(IReadOnlyDictionary<string, Person> People, IReadOnlyDictionary<string, Calendar> Calendars, int Version)
{
    /// <summary>As many hand-ons as a row may have.</summary>
    private const int Longest = 5;

    public bool IsAway(string person, Instant at) => AwayAt(person, at).Any();

    public string Liaison(Life life, Standing standing) =>
        life.Paper.Counterpart is { } other && People[other].Contact is { } ours ? ours : standing.Coordinator;

    /// <summary>
    /// Whoever is there at the ends of the rows of substitutes that begin with <paramref name="person"/>, the first choice first; they
    /// themselves where they are there.
    /// </summary>
    /// <param name="mayStandIn">Who may be a substitute.</param>
    public IReadOnlyList<string> Row(string person, Instant at, Func<string, bool> mayStandIn)
    {
        List<string> there = [], asked = [];
        Stack<string> open = new([person]);
        while (open.TryPop(out string? next))
        {
            List<Away> away = [.. AwayAt(next, at)];
            if (away.Count == 0)
            {
                there.Add(next);
            }
            else if (!asked.Contains(next) && asked.Count < Longest)
            {
                asked.Add(next);

                // Whoever was named last for that day is the first choice, and so the last on the pile.
                away.Where(one => one.Substitute is { } substitute && mayStandIn(substitute)).OrderBy(one => one.From)
                    .ThenByDescending(one => one.To)
                    .ToList().ForEach(one => open.Push(one.Substitute!));
            }
        }

        return there;
    }

    private IEnumerable<Away> AwayAt(string person, Instant at) =>
        People[person].AwayOn(at.InZone(DateTimeZoneProviders.Tzdb[People[person].Zone]).Date);
}
