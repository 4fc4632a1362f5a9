using FollowUp.Items;
using FollowUp.People;
using FollowUp.Scheduling;
using FollowUp.Storage;
using FollowUp.Timetables;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>
/// Writes people down. Who is written anew may have to hear earlier than any clock knows, since moments are counted by their zone
/// and days off as they are today: whatever names them is looked at before the caller is answered. Looking twice is harmless, so
/// what breaks off half way is done again by the sweep (law 1).
/// </summary>
public sealed class PersonUpdater(
    ReferenceStore reference, AffectedItems mentions, ItemAdvancer items, DueIndex due, LetterStarter letters, TimeProvider clock,
    ILogger<PersonUpdater> log)
{
    /// <summary>Each reads a dozen rows.</summary>
    private const int LooksAtOnce = 8;

    /// <summary>From marking a person to writing them, retries included, it is seconds.</summary>
    private static readonly Duration LongestWrite = Duration.FromMinutes(5);

    /// <summary>Writes them, and moves the clocks of whatever names one who hears at other moments now.</summary>
    /// <param name="revisions">Those that the caller decided on; null where they do not care.</param>
    /// <exception cref="ReferenceChangedException">Somebody is at another.</exception>
    public async Task<IReadOnlyList<Person>> Write(
        IReadOnlyList<Person> people, DurableTaskClient client, CancellationToken cancel, IReadOnlyCollection<int>? revisions = null)
    {
        Instant now = clock.Now();
        List<PendingPersonUpdate> rewritten = [];
        List<Person> written = [];
        foreach (Person person in people)
        {
            written.Add(await reference.Put(person, Mark, cancel, revisions));
        }

        try
        {
            if (rewritten.Count > 0)
            {
                _ = await Rearm(rewritten, now, client, cancel);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // They are written, and marked: whoever wrote them need not do it again.
            log.RearmingLost(rewritten[0].Id, failure);
        }

        return written;

        // Before they are written, so that the sweep looks even if everything after is lost.
        async Task Mark(Person old, Person next)
        {
            if (!next.IsReachedAtSameTimesAs(old))
            {
                rewritten.Add(new(next.Id, next.Revision, now));
                await due.AddPersonEntry(rewritten[^1], cancel);
            }
        }
    }

    /// <summary>Finishes what broke off.</summary>
    /// <returns>How many items had to be moved.</returns>
    public async Task<int> Resume(PendingPersonUpdate person, Instant now, DurableTaskClient client, CancellationToken cancel)
    {
        // Marked, and not written: that is under way, or was given up. Only its age tells.
        bool isWritten = (await reference.Person(person.Id, cancel))?.Revision >= person.Revision;
        return isWritten || now - person.At > LongestWrite ? await Rearm([person], now, client, cancel) : 0;
    }

    private async Task<int> Rearm(List<PendingPersonUpdate> rewritten, Instant now, DurableTaskClient client, CancellationToken cancel)
    {
        int moved = 0;
        bool isWhole = true;
        foreach (ItemRef[] some in (await mentions.Find(rewritten.Select(person => person.Id), cancel)).Chunk(LooksAtOnce))
        {
            AdvanceResult?[] looks = await Task.WhenAll(some.Select(item => Look(item, now, client, cancel)));
            moved += looks.Count(advanced => advanced is { HasWrites: true });
            isWhole &= !looks.Contains(null);
        }

        foreach (PendingPersonUpdate person in isWhole ? rewritten : [])
        {
            await due.RemovePersonEntry(person, cancel);
        }

        return moved;
    }

    /// <summary>
    /// One that cannot be looked at holds up neither the others nor the caller: the person is written, and the sweep looks again.
    /// </summary>
    /// <returns>Null where nobody could look.</returns>
    private async Task<AdvanceResult?> Look(ItemRef item, Instant now, DurableTaskClient client, CancellationToken cancel)
    {
        try
        {
            AdvanceResult advanced = await items.Advance(item.Agreement, item.Item, now, cancel);
            if (advanced.HasWrites)
            {
                await letters.StartFor(advanced, client, cancel);
                await client.Nudge(item, log, cancel);
            }

            return advanced;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LookLost(item.Agreement, item.Item, failure);
            return null;
        }
    }
}
