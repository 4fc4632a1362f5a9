using FollowUp.Ledger;
using FollowUp.People;
using NodaTime;

namespace FollowUp.Recipients;

/// <summary>Looks along rows of substitutes for somebody who is there, and keeps what it met on the way. Good for one search.</summary>
/// <param name="find">
/// Finds a person by id; null for one whom the register does not know, or who must not stand in for anybody here.
/// </param>
/// <param name="objection">Why somebody may not hear it in another's place ("B owns it"); null for who may.</param>
public sealed class SubstituteSearch(Func<string, Person?> find, Instant now, Func<string, string?> objection)
{
    /// <summary>Five hand-ons reach anyone who is at work; a longer row of substitutes is a mistake in the register.</summary>
    public const int StepsMax = 5;

    private readonly List<string> met = [];

    /// <summary>Whether somebody was there whom something speaks against.</summary>
    public bool HasPassedOver { get; private set; }

    /// <summary>Notes somebody who was passed over before the search began.</summary>
    public void PassOver(string person)
    {
        HasPassedOver = true;
        AddStep(objection(person));
    }

    /// <summary>
    /// That person, or the first along their row who is there and may hear it in their place; null where it ends in nobody, as in a
    /// loop.
    /// </summary>
    public Person? FindPresent(string person) => find(person) is { } known ? FindPresent(known) : null;

    public Person? FindPresent(Person person) => FollowSubstitutes(person, []);

    /// <summary>
    /// What it met, and where it ended: "A absent → B owns it → C". Null where it met nobody but <paramref name="found"/>.
    /// </summary>
    public string? TraceTo(Person found) => met.Count == 0 ? null : TracePhrases.Trace(met.Append(TracePhrases.Receives.Fill(found.Id)));

    private Person? FollowSubstitutes(Person person, List<string> row)
    {
        if (!person.IsAwayAt(now))
        {
            return MayReceive(person.Id) ? person : null;
        }

        if (row.Contains(person.Id) || row.Count >= StepsMax)
        {
            return null;
        }

        row.Add(person.Id);
        AddStep(TracePhrases.Absent.Fill(person.Id));
        return person.SubstitutesAt(now)
            .Select(find).OfType<Person>().Select(substitute => FollowSubstitutes(substitute, row)).OfType<Person>().FirstOrDefault();
    }

    private bool MayReceive(string person)
    {
        if (objection(person) is null)
        {
            return true;
        }

        PassOver(person);
        return false;
    }

    private void AddStep(string? step)
    {
        if (step is not null && !met.Contains(step))
        {
            met.Add(step);
        }
    }
}
