using System.Collections.Concurrent;
using FollowUp.People;

namespace FollowUp.Storage;

/// <summary>
/// The people as they are now. Each is read once for as long as nobody is written: one request tells whether anybody was, where
/// reading all that one item names would take a dozen.
/// </summary>
public sealed class PeopleCache
{
    private readonly ReferenceStore reference;
    private readonly SingleFlight<string?> last;
    private Known known = new("");

    public PeopleCache(ReferenceStore reference) => (this.reference, last) = (reference, new(() => reference.LastOfPeople(CancellationToken.None)));

    /// <summary>Never older than this call; who is asked for later may be newer.</summary>
    /// <returns>And who was written last: while that is the same, they are.</returns>
    public async Task<(Func<string, Task<Person?>> Find, string Last)> Current(CancellationToken cancel)
    {
        string written = await last.Run().WaitAsync(cancel) ?? "";
        Known people = Volatile.Read(ref known);
        if (people.Last != written)
        {
            people = new(written);
            Volatile.Write(ref known, people);
        }

        return (id => Find(people, id, cancel), written);
    }

    /// <summary>Nobody is ever taken out of the register: whoever was known is.</summary>
    public async Task<bool> Knows(string id, CancellationToken cancel) =>
        Volatile.Read(ref known).ById.ContainsKey(id) || await (await Current(cancel)).Find(id) is not null;

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
