using System.Collections.Concurrent;
using FollowUp.People;

namespace FollowUp.Storage;

/// <summary>
/// The people as they are now. Each is read once for as long as nobody is written: one request tells whether anybody was, where
/// reading all that one item names would take a dozen.
/// </summary>
public sealed class Everybody(ReferenceData data)
{
    private Known known = new("");

    /// <summary>Never older than this call; who is asked for later may be newer.</summary>
    public async Task<Func<string, Task<Person?>>> Now(CancellationToken cancel)
    {
        string last = await data.LastOfPeople(cancel) ?? "";
        Known people = Volatile.Read(ref known);
        if (people.Last != last)
        {
            people = new(last);
            Volatile.Write(ref known, people);
        }

        return id => Find(people, id, cancel);
    }

    private async Task<Person?> Find(Known people, string id, CancellationToken cancel)
    {
        if (!people.ById.TryGetValue(id, out Person? person))
        {
            person = await data.Person(id, cancel);
            people.ById[id] = person;
        }

        return person;
    }

    private sealed record Known(string Last)
    {
        /// <summary>Null for whom the register does not know.</summary>
        public ConcurrentDictionary<string, Person?> ById { get; } = new();
    }
}
