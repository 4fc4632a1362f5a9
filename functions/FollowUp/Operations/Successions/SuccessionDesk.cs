using FollowUp.Operations.Bulk;
using FollowUp.People;
using FollowUp.Scheduling;
using FollowUp.Storage;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Operations.Successions;

/// <summary>Where a succession is asked for, looked at and called off.</summary>
public sealed class SuccessionDesk(
    SuccessionStore store, SuccessionPlanner planner, ReferenceStore reference, ActorResolver actors, DueIndex due, TimeProvider clock)
{
    /// <summary>As it would be written down: it begins with the day, where the one lives who leaves, or now where that is past.</summary>
    /// <exception cref="NotFoundException">Nobody knows the one who leaves.</exception>
    public async Task<Succession> Draft(
        string leaving, string successor, LocalDate on, string reason, Deed who, CancellationToken cancel)
    {
        Person person = await reference.Person(leaving, cancel) ?? throw new NotFoundException($"Person {leaving}");
        await actors.DemandKnown(who.By, cancel);
        Instant now = clock.Now();
        return new(leaving, 1, successor, on, person.BeginsAt(on, now), reason, who.By, who.Through, now, "");
    }

    public Task<SuccessionPlan> Preview(Succession draft, CancellationToken cancel) => planner.Plan(draft, clock.Now(), cancel);

    /// <summary>Writes it down and starts its clock; the same call again changes nothing.</summary>
    /// <exception cref="BulkOutdatedException">Something else would happen by now.</exception>
    /// <exception cref="SuccessionRefusedException">Another one is still to come, or under way.</exception>
    public async Task<Succession> Schedule(Succession draft, string token, DurableTaskClient client, CancellationToken cancel)
    {
        if (await store.Find(draft.Person, cancel) is not { } known || known.Token != token || known.CalledOffAt is not null)
        {
            if ((await planner.Plan(draft, clock.Now(), cancel)).Token != token)
            {
                throw new BulkOutdatedException();
            }
        }

        Succession? written = await store.Write(
            draft.Person,
            before => before switch
            {
                { CalledOffAt: null } when before.Token == token => before,
                { IsOpen: true } => throw SuccessionRefusedException.There(before),
                _ => draft with { Number = (before?.Number ?? 0) + 1, Token = token },
            },
            cancel);
        SuccessionRef itself = RefOf(written!);
        if (written!.IsOpen)
        {
            await due.AddSuccessionEntry(itself, cancel);
            await client.Start(itself, CancellationToken.None);
        }

        return written;
    }

    /// <summary>It does not take place. Called off once more, it stays so.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    /// <exception cref="SuccessionRefusedException">It has begun.</exception>
    public async Task<Succession> CallOff(string person, CancellationToken cancel)
    {
        Instant now = clock.Now();
        Succession called = await store.Write(
            person,
            before => before switch
            {
                null or { CalledOffAt: not null } => before,
                { BegunAt: { } begun } => throw SuccessionRefusedException.Begun(before, begun),
                _ => before with { CalledOffAt = now },
            },
            cancel) ?? throw new NotFoundException($"Succession of {person}");
        await due.RemoveSuccessionEntry(RefOf(called), cancel);
        return called;
    }

    /// <summary>Null where there never was one.</summary>
    /// <exception cref="NotFoundException">Nobody knows that person.</exception>
    public async Task<Succession?> Find(string person, CancellationToken cancel) =>
        await reference.Person(person, cancel) is null
            ? throw new NotFoundException($"Person {person}") : await store.Find(person, cancel);

    private static SuccessionRef RefOf(Succession one) => new(one.Person, one.Number, one.At.ToDateTimeOffset());
}
