using System.Collections.Concurrent;
using FollowUp.People;
using FollowUp.Storage;

namespace FollowUp.Operations;

/// <summary>
/// The people as they are now. Each is read once for as long as nobody is written: one request tells whether anybody was, where
/// reading all that one item names would take a dozen.
/// </summary>
public sealed class PeopleCache(ReferenceStore reference)
{
    private Known known = new("");

    /// <summary>Never older than this call; who is asked for later may be newer.</summary>
    public async Task<PeopleSnapshot> Current(CancellationToken cancel)
    {
        string written = await reference.LastOfPeople(cancel) ?? "";
        Known people = Volatile.Read(ref known);
        if (people.Last != written)
        {
            people = new(written);
            Volatile.Write(ref known, people);
        }

        return new(written, id => Find(people, id, cancel));
    }

    /// <summary>Nobody is ever taken out of the register: whoever was known is, unless they were erased.</summary>
    public async Task<bool> Knows(string id, CancellationToken cancel) =>
        (Volatile.Read(ref known).ById.GetValueOrDefault(id) ?? await (await Current(cancel)).Find(id)) is { Erased: null };

    private async Task<Person?> Find(Known people, string id, CancellationToken cancel)
    {
        if (!people.ById.TryGetValue(id, out Person? person))
        {
            person = await reference.Person(id, cancel);
            if (person is not null)
            {
                people.ById[id] = person;
            }
        }

        return person;
    }

    private sealed record Known(string Last)
    {
        /// <summary>Only those whom the register knows: anybody may ask for anything.</summary>
        public ConcurrentDictionary<string, Person> ById { get; } = new();
    }
}
