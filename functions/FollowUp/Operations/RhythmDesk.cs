using FollowUp.People;
using FollowUp.Storage;
using Microsoft.DurableTask.Client;

namespace FollowUp.Operations;

/// <summary>Sets how somebody takes what may wait, and nothing else of them, whoever else writes them meanwhile.</summary>
public sealed class RhythmDesk(ReferenceStore reference, PersonUpdater people)
{
    /// <summary>Somebody is written by people, and not often.</summary>
    private const int AttemptsMax = 8;

    /// <exception cref="NotFoundException">The store has lost them.</exception>
    public async Task<Person> Find(string id, CancellationToken cancel) =>
        await reference.Person(id, cancel) ?? throw new NotFoundException($"Person {id}");

    /// <param name="wish">The rhythm that they are to have, beside the one that they have.</param>
    /// <exception cref="NotFoundException">There is no such person.</exception>
    public async Task<Person> Set(string id, Func<Rhythm?, Rhythm?> wish, DurableTaskClient client, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            Person person = await Find(id, cancel);
            try
            {
                Person next = person with { Rhythm = wish(person.Rhythm) };
                return (await people.Write([next], client, cancel, [person.Revision])).Single();
            }
            catch (ReferenceChangedException) when (attempt < AttemptsMax)
            {
                // Somebody else wrote them in between: what they wrote stays.
            }
        }
    }
}
