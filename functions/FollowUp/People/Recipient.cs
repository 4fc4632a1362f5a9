using NodaTime;

namespace FollowUp.People;

/// <summary>Who really receives a notice, and how that came about ("A absent → B").</summary>
/// <param name="Trace">Null when the person it was meant for is there.</param>
public sealed record Recipient(Person Person, string? Trace)
{
    /// <summary>Five hand-ons reach anyone who is at work; a longer row of substitutes is a mistake in the register.</summary>
    public const int SubstitutesMax = 5;

    /// <summary>
    /// Follows substitutes from <paramref name="meant"/> to someone who is there at <paramref name="now"/>; where that
    /// ends in nobody (a loop, a missing substitute), the first of <paramref name="levels"/> above them who is there, or
    /// whose substitutes are.
    /// </summary>
    /// <param name="find">Finds a person by id; null when the register does not know them.</param>
    /// <param name="isOut">Who must not stand in, since they have nothing to do with it any more.</param>
    public static Recipient Of(Person meant, IEnumerable<string> levels, Func<string, Person?> find, Instant now, Func<string, bool> isOut)
    {
        List<string> away = [];
        foreach (Person person in Above(meant, [.. levels]).Select(find).OfType<Person>().Prepend(meant))
        {
            List<string> row = [];
            Person? there = Present(person, id => isOut(id) ? null : find(id), now, row);
            away.AddRange(row.Except(away));
            if (there is not null)
            {
                return new(there, Away(away, there));
            }
        }

        // With nobody there at all the letter waits in the mailbox it was meant for.
        return new(meant, Away(away, meant));
    }

    /// <summary>
    /// Whether <paramref name="by"/> stands in for <paramref name="absent"/> now: directly, along the row, or as the level that their
    /// letters go to, since whoever is asked to decide may decide.
    /// </summary>
    public static bool StandsIn(string by, Person absent, IEnumerable<string> levels, Func<string, Person?> find, Instant now, Func<string, bool> isOut) =>
        AbsenceNow(absent, now) is not null
        && (Present(absent, find, now, [])?.Id == by || (by != absent.Id && Of(absent, levels, find, now, isOut).Person.Id == by));

    /// <summary>What is meant for the second level never comes down to the first.</summary>
    private static IEnumerable<string> Above(Person meant, List<string> levels) => levels.Skip(levels.LastIndexOf(meant.Id) + 1);

    private static Person? Present(Person meant, Func<string, Person?> find, Instant now, List<string> away)
    {
        Person? person = meant;
        while (person is not null && AbsenceNow(person, now) is { } absence)
        {
            if (away.Contains(person.Id) || away.Count >= SubstitutesMax)
            {
                return null;
            }

            away.Add(person.Id);
            person = absence.Substitute is { } substitute ? find(substitute) : null;
        }

        return person;
    }

    private static Absence? AbsenceNow(Person person, Instant now) =>
        person.AbsenceOn(now.InZone(DateTimeZoneProviders.Tzdb[person.TimeZone]).Date);

    private static string? Away(List<string> away, Person there) =>
        away.Count == 0 ? null : string.Join(" → ", away.Select(id => $"{id} absent").Append(there.Id));
}
