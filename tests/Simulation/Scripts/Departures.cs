using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Scripts;

/// <summary>
/// In one world of four somebody leaves, and another takes over. It has chances of its own, so that the other worlds are what they were.
/// </summary>
public sealed class Departures
{
    private readonly HashSet<Life> overtaken = [];
    private readonly Takeover? takeover;
    private readonly Instant begins = Instant.MaxValue;

    public Departures(int seed, Cast cast, Instant begin, int days)
    {
        Random random = new(~seed);
        if (!random.Is(0.25))
        {
            return;
        }

        List<Person> people = [.. cast.People.Where(person => person.Id != "other")];
        Person leaver = random.One(people);
        string successor = random.One(people.Where(person => person != leaver).ToList()).Id;
        Instant at = begin + Duration.FromSeconds(random.Next(3_600, days * 70_000));
        LocalDate today = at.InZone(DateTimeZoneProviders.Tzdb[leaver.Zone]).Date;
        Leaving leaving = new(
            at, leaver.Id, successor, today.PlusDays(random.Is(0.5) ? 0 : random.Is(0.4) ? -random.Next(1, 6) : random.Next(1, 11)),
            random.One(people).Id);
        Instant day = Instant.Max(at, Days.At(leaving.On.AtMidnight(), leaver.Zone));
        Steps.Add(leaving);
        if (random.Is(0.3))
        {
            Steps.Add(new Worries(random, cast).One(day - Duration.FromSeconds(random.Next(0, 30))));
        }

        if (random.Is(0.25))
        {
            // In time where it is still to come; else it is too late.
            Instant stays = random.Is(0.6) ? at + ((day - at) / 2) : day + Duration.FromHours(random.Next(1, 50));
            Steps.Add(new Staying(stays + Duration.FromMinutes(1), leaver.Id, random.One(people).Id));
            if (stays + Duration.FromMinutes(1) < day)
            {
                return;
            }
        }

        (takeover, begins) = (Takeover.Of(leaving), day);
    }

    public List<Step> Steps { get; } = [];

    /// <summary>Who has by then what somebody had before they left.</summary>
    public string HolderAt(Instant at, string person) =>
        takeover is { } known && at >= begins && person == known.Leaver ? known.Successor : person;

    /// <summary>What somebody who left by <paramref name="at"/> had to do with it is their successor's.</summary>
    /// <returns>The register as it is by then.</returns>
    public Register Overtake(Life life, Instant at, Register register)
    {
        if (takeover is null || at < begins)
        {
            return register;
        }

        if (overtaken.Add(life) && life.Eras[0].From < begins)
        {
            life.Become(takeover.Of(life.Now, begins).After, begins, register);
        }

        return takeover.Of(register, begins);
    }
}
