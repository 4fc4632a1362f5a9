using FollowUp.People;
using FollowUp.Storage;

namespace FollowUp.Access;

/// <summary>Everybody in the register, read anew once somebody in it was written: one request tells whether anybody was.</summary>
public sealed class PeopleDirectory(ReferenceStore reference)
{
    private Known? known;

    /// <summary>Never older than this call.</summary>
    public async Task<IReadOnlyList<Person>> Current(CancellationToken cancel)
    {
        string last = await reference.LastOfPeople(cancel) ?? "";
        if (Volatile.Read(ref known) is { } kept && kept.Last == last)
        {
            return kept.People;
        }

        Known read = new(last, await reference.People(cancel));
        Volatile.Write(ref known, read);
        return read.People;
    }

    private sealed record Known(string Last, IReadOnlyList<Person> People);
}
