using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Scripts;
using NodaTime;

namespace FollowUp.Simulation.Expected;

/// <summary>
/// What becomes of an item, of an agreement and of people once one of them has left and another takes over: docs/design.md §4 and §6,
/// docs/calling.md, said once more.
/// </summary>
/// <param name="By">Who wrote it down for the office, which stands in for every coordinator.</param>
public sealed record Takeover(string Leaver, string Successor, LocalDate On, string By, string Reason)
{
    /// <summary>Nobody comes back after so long.</summary>
    private const int YearsAway = 10;

    /// <summary>In this order; whoever coordinates gives on all else first.</summary>
    private static readonly string[] Parts = ["issuer", "supporting", "chain", "coordinator"];

    public static Takeover Of(Leaving leaving) =>
        new(leaving.Person, leaving.Successor, leaving.On, leaving.By, leaving.Reason);

    /// <summary>
    /// An item is given on whole, or (409) left as it is: one that is reported keeps its owner, and nobody becomes the issuer of what they
    /// reported or asked for.
    /// </summary>
    public Outcome Of(Standing now, Instant at)
    {
        bool owns = now.Owner == Leaver;
        bool judgesOwn = now.Issuer == Leaver && (now.Report?.By == Successor || now.Asked?.By == Successor);
        if (!now.IsOpen || !now.Parts.Contains(Leaver))
        {
            return new(200, now);
        }

        if ((owns && now.IsReported) || judgesOwn)
        {
            return new(409, now);
        }

        Standing after = !owns ? now : now with
        {
            Owner = Successor,
            Receipt = null,
            Handings = [.. now.Handings, new(By, at, Leaver, Successor, Reason)],
        };
        List<string> events = owns ? ["handed-over"] : [];
        foreach (string part in Parts.Where(part => now.Has(part).Contains(Leaver)))
        {
            after = after.Given(new(By, at, part, now.Has(part), Replaced(now.Has(part))));
            events.Add("reassigned");
        }

        return new(200, after with { Revision = now.Revision + 1 }, events);
    }

    /// <summary>What it names for all of its items.</summary>
    public Agreement Of(Agreement agreement) => agreement with
    {
        Coordinator = agreement.Coordinator == Leaver ? Successor : agreement.Coordinator,
        Chain = agreement.Chain.Contains(Leaver) ? Replaced(agreement.Chain) : agreement.Chain,
    };

    /// <summary>Who leaves is away; whoever named them as a substitute or a contact names their successor.</summary>
    public Person Of(Person person, Instant begins)
    {
        if (person.Id == Leaver)
        {
            LocalDate day = begins.InZone(DateTimeZoneProviders.Tzdb[person.Zone]).Date;
            return person with { Absences = [.. person.Absences, new(On, (day > On ? day : On).PlusYears(YearsAway), Successor)] };
        }

        return person with
        {
            Contact = person.Contact == Leaver ? Successor : person.Contact,
            Absences = [.. person.Absences.Select(away => away.Substitute != Leaver || away.To < On
                ? away : away with { Substitute = person.Id == Successor ? null : Successor })],
        };
    }

    public Register Of(Register register, Instant begins) => register with
    {
        People = register.People.Values.Select(person => Of(person, begins)).ToDictionary(person => person.Id),
        Version = register.Version + 1,
    };

    /// <summary>Whoever has a place there already keeps it.</summary>
    private IReadOnlyList<string> Replaced(IReadOnlyList<string> people) => people.Contains(Successor)
        ? [.. people.Where(person => person != Leaver)] : [.. people.Select(person => person == Leaver ? Successor : person)];
}
