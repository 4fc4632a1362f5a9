using FollowUp.Operations.Bulk;
using FollowUp.People;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Operations.Successions;

/// <summary>
/// The steps of a succession. Each is whole, and done again it does nothing: a host may die between any two of them. What is decided is
/// decided on the day, on things as they stand then.
/// </summary>
public sealed class SuccessionSteps(
    SuccessionStore store, SuccessionPlanner planner, BulkCommitter committer, ReferenceStore reference, PersonUpdater people, DueIndex due,
    TimeProvider clock)
{
    /// <summary>Somebody is written by people, and not often.</summary>
    private const int AttemptsMax = 8;

    /// <returns>Nothing where it was called off, or is done.</returns>
    public async Task<string[]> Begin(SuccessionRef succession, CancellationToken cancel)
    {
        Instant now = clock.Now();
        Succession? begun = await Change(succession, one => one.BegunAt is null ? one with { BegunAt = now } : one, cancel);
        return begun is not { IsOpen: true } ? [] : [.. await planner.AgreementsOf(begun.Person, cancel)];
    }

    public async Task Succeed(SuccessionRef succession, string agreement, DurableTaskClient client, CancellationToken cancel)
    {
        if (await Find(succession, cancel) is not { } one)
        {
            return;
        }

        BulkPlan plan = await committer.Commit(
            SuccessionPlanner.RequestFor(agreement, one), token: null, KeyOf(one), new(one.By, one.Through), client, cancel);
        LeftBehind[] left =
        [
            .. plan.Items.Where(item => item.Refusal is not null)
                .Select(item => new LeftBehind(agreement, item.Before.Id, item.Refusal!)),
        ];
        if (left.Length > 0 || one.Left.Any(before => before.Agreement == agreement))
        {
            _ = await Change(succession, before => before.Leaving(agreement, left), cancel);
        }
    }

    public async Task End(SuccessionRef succession, DurableTaskClient client, CancellationToken cancel)
    {
        if (await Find(succession, cancel) is { } one)
        {
            await ReplaceAmongPeople(one, client, cancel);
            Instant now = clock.Now();
            _ = await Change(succession, before => before with { DoneAt = now }, cancel);
        }

        await due.RemoveSuccessionEntry(succession, cancel);
    }

    private async Task ReplaceAmongPeople(Succession one, DurableTaskClient client, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                foreach (Person person in SuccessionPlanner.Changed(await reference.People(cancel), one))
                {
                    _ = await people.Write([person], client, cancel, [person.Revision]);
                }

                return;
            }
            catch (ReferenceChangedException) when (attempt < AttemptsMax)
            {
                // Somebody else wrote them in between: what they wrote stays.
            }
        }
    }

    private async Task<Succession?> Find(SuccessionRef succession, CancellationToken cancel) =>
        await store.Find(succession.Person, cancel) is { IsOpen: true, BegunAt: not null } one && succession.Names(one)
            ? one : null;

    /// <returns>Null where it is another one by now, was called off or is done.</returns>
    private async Task<Succession?> Change(SuccessionRef succession, Func<Succession, Succession> change, CancellationToken cancel) =>
        await store.Write(
            succession.Person,
            before => before is { IsOpen: true } && succession.Names(before) ? change(before) : before, cancel)
            is { CalledOffAt: null } one && succession.Names(one) ? one : null;

    /// <summary>Once in each agreement, whatever becomes of a host.</summary>
    private static IdempotencyRecord KeyOf(Succession succession) => new(
        Fingerprints.HashOf(new { Succession = succession.Person, succession.Number }), succession.Token);
}
