using FollowUp.People;

namespace FollowUp.Recipients;

/// <summary>Who really receives a notice, and how that came about ("A absent → B").</summary>
/// <param name="Trace">Null when the person it was meant for is there.</param>
public sealed record Recipient(Person Person, string? Trace)
{
    /// <summary>
    /// Follows substitutes from <paramref name="meant"/> to someone who is there; where that ends in nobody (a loop, a missing
    /// substitute, somebody who may not hear it), the first of <paramref name="levels"/> above them who is there, or whose
    /// substitutes are.
    /// </summary>
    /// <param name="lastly">
    /// Who comes after the last level where somebody was passed over: it must not end with the one that it is about.
    /// </param>
    public static Recipient Resolve(Person meant, IEnumerable<string> levels, IEnumerable<string> lastly, SubstituteSearch standIns)
    {
        Person? there = standIns.FindPresent(meant) ?? FirstPresent(levels, standIns)
            ?? (standIns.HasPassedOver ? FirstPresent(lastly, standIns) : null);

        // With nobody there at all the letter waits in the mailbox it was meant for.
        return new(there ?? meant, standIns.TraceTo(there ?? meant));
    }

    private static Person? FirstPresent(IEnumerable<string> people, SubstituteSearch standIns) =>
        people.Select(standIns.FindPresent).OfType<Person>().FirstOrDefault();
}
