using FollowUp.Values;
using NodaTime;

namespace FollowUp.People;

/// <summary>What becomes of people once one of them is replaced by another.</summary>
public static class Succeeding
{
    /// <summary>
    /// Whatever still names who left, as an item whose report waits, goes to their successor by that (law 15). Nobody comes back after ten
    /// years.
    /// </summary>
    private const int YearsAway = 10;

    /// <summary>Who leaves later would be away for longer than dates reach.</summary>
    public const int YearMax = Day.YearMax - YearsAway;

    /// <summary>
    /// The very same person where it changes nothing of theirs: whoever names the one who leaves as a substitute, or as who talks with
    /// them, names their successor from then on; and the one who leaves is away, with their successor in their place.
    /// </summary>
    public static Person Succeeded(this Person person, Succession succession)
    {
        (string leaving, string successor, LocalDate on) = (succession.Person, succession.Successor, succession.On);
        if (person.Id == leaving)
        {
            // Who left long ago is away from today all the same; counted from the day when it begins, it is the same absence each time.
            LocalDate begins = LocalDate.Max(on, succession.At.InZone(person.Zone()).Date);
            Absence away = new(on, begins.PlusYears(YearsAway), successor);
            return person.Absences.Any(one => one.Substitute == successor && one.From <= on && one.To >= away.To)
                ? person : person with { Absences = [.. person.Absences, away] };
        }

        bool isNamed = person.Contact == leaving || person.Absences.Any(one => IsStandIn(one, leaving, on));
        return !isNamed ? person : person with
        {
            Contact = person.Contact == leaving ? successor : person.Contact,
            Absences =
            [
                .. person.Absences.Select(one => IsStandIn(one, leaving, on)
                    ? one with { Substitute = person.Id == successor ? null : successor } : one),
            ],
        };
    }

    /// <summary>They left by it, and nobody wrote since that they are back.</summary>
    public static bool IsGoneBy(this Person person, Succession own) =>
        own.DoneAt is not null && person.Absences.Any(one => one.From <= own.On && one.To >= own.On.PlusYears(YearsAway));

    /// <summary>The first instant of that day where they live, or later where it is past.</summary>
    public static Instant BeginsAt(this Person leaving, LocalDate on, Instant now) =>
        Instant.Max(DaylightSaving.StartOf(on, leaving.Zone()), now);

    private static bool IsStandIn(Absence absence, string leaving, LocalDate on) => absence.Substitute == leaving && absence.To >= on;
}
