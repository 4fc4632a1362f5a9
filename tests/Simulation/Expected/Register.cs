using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Expected;

/// <summary>The people and calendars as they stand at one moment.</summary>
public sealed record Register(IReadOnlyDictionary<string, Person> People, IReadOnlyDictionary<string, Calendar> Calendars, int Version)
{
    public bool IsAway(string person, Instant at) => AwayAt(person, at) is not null;

    /// <summary>Who really gets what is meant for <paramref name="person"/>; by way of substitutes, then of the levels above.</summary>
    public string Receiver(string person, IReadOnlyList<string> chain, Instant at, Func<string, bool> isOut)
    {
        int above = chain.ToList().LastIndexOf(person) + 1;
        foreach (string candidate in chain.Skip(above).Prepend(person))
        {
            if (StandIn(candidate, at, isOut) is { } there)
            {
                return there;
            }
        }

        return person;
    }

    /// <summary>Whether <paramref name="by"/> may act for <paramref name="person"/>: it is them, or they are away and it is who stands in or gets their letters.</summary>
    public bool MayActFor(string by, string person, IReadOnlyList<string> chain, Instant at, Func<string, bool> isOut) =>
        by == person || (IsAway(person, at) && (StandIn(person, at, _ => false) == by || Receiver(person, chain, at, isOut) == by));

    private string? StandIn(string person, Instant at, Func<string, bool> isOut)
    {
        List<string> seen = [];
        string? there = person;
        while (there is not null && AwayAt(there, at) is { } away)
        {
            if (seen.Contains(there) || seen.Count == 5)
            {
                return null;
            }

            seen.Add(there);
            there = away.Substitute is { } substitute && !isOut(substitute) ? substitute : null;
        }

        return there;
    }

    private Away? AwayAt(string person, Instant at) =>
        People[person].AwayOn(at.InZone(DateTimeZoneProviders.Tzdb[People[person].Zone]).Date);
}
