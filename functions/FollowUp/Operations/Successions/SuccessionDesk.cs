using FollowUp.Faults;
using FollowUp.Operations.Bulk;
using FollowUp.Parsing;
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
        int number = ((await store.Find(leaving, cancel))?.Number ?? 0) + 1;
        return new(leaving, number, successor, on, person.BeginsAt(on, now), reason, who.By, who.Through, now, "");
    }

    /// <exception cref="InvalidInputException">The successor leaves as well, or has left.</exception>
    /// <exception cref="SuccessionRefusedException">The one who leaves has yet to take over from another.</exception>
    public async Task<SuccessionPlan> Preview(Succession draft, CancellationToken cancel)
    {
        await DemandApart(draft, cancel);
        return await planner.Plan(draft, clock.Now(), cancel);
    }

    /// <summary>Writes it down and starts its clock; the same call again changes nothing.</summary>
    /// <exception cref="BulkOutdatedException">Something else would happen by now, or something else was asked for.</exception>
    /// <exception cref="SuccessionRefusedException">Another one is still to come, or under way.</exception>
    public async Task<Succession> Schedule(Succession draft, string token, DurableTaskClient client, CancellationToken cancel)
    {
        Succession? known = await store.Find(draft.Person, cancel);
        bool isRepeated = known is { CalledOffAt: null } && known.Token == token;
        if (!isRepeated && (await Preview(draft, cancel)).Token != token)
        {
            throw new BulkOutdatedException();
        }

        Succession next = Decide(known, draft with { Number = (known?.Number ?? 0) + 1, Token = token });
        if (next.IsOpen)
        {
            // Before it is written: whatever breaks off after, the sweep carries it out, and finds nothing where it was not written.
            await due.AddSuccessionEntry(SuccessionRef.Of(next), cancel);
        }

        // A caller who goes away has asked for it all the same.
        Succession written = (await store.Write(draft.Person, before => Decide(before, next), CancellationToken.None))!;
        if (written.IsOpen)
        {
            await client.Start(SuccessionRef.Of(written), CancellationToken.None);
        }

        return written;
    }

    /// <summary>It does not take place, and says who decided that. Called off once more, it stays so.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    /// <exception cref="SuccessionRefusedException">It has begun.</exception>
    public async Task<Succession> CallOff(string person, Deed who, CancellationToken cancel)
    {
        await actors.DemandKnown(who.By, cancel);
        Instant now = clock.Now();
        Succession called = await store.Write(
            person,
            before => before switch
            {
                null or { CalledOffAt: not null } => before,
                { BegunAt: { } begun } => throw SuccessionRefusedException.Begun(before, begun),
                _ => before with { CalledOffAt = now, CalledOffBy = who.By },
            },
            cancel) ?? throw new NotFoundException($"Succession of {person}");
        await due.RemoveSuccessionEntry(SuccessionRef.Of(called), cancel);
        return called;
    }

    /// <summary>Null where there never was one.</summary>
    /// <exception cref="NotFoundException">Nobody knows that person.</exception>
    public async Task<Succession?> Find(string person, CancellationToken cancel) =>
        await reference.Person(person, cancel) is null
            ? throw new NotFoundException($"Person {person}") : await store.Find(person, cancel);

    /// <returns>The one that is there, where it is this one.</returns>
    private static Succession Decide(Succession? before, Succession next) => before switch
    {
        { CalledOffAt: null } when before.Token == next.Token =>
            before.AsksTheSameAs(next) ? before : throw new BulkOutdatedException(),
        { IsOpen: true } => throw SuccessionRefusedException.There(before),
        { } when before.Number >= next.Number => throw new BulkOutdatedException(),
        _ => next,
    };

    /// <summary>Nothing is given to somebody who gives it on: whom it goes to in the end is said by whoever asks.</summary>
    private async Task DemandApart(Succession draft, CancellationToken cancel)
    {
        foreach (Succession other in await store.All(cancel))
        {
            if (other.Person == draft.Successor
                && (other.IsOpen || (await reference.Person(other.Person, cancel))?.IsGoneBy(other) == true))
            {
                throw new InvalidInputException("/successor", RegisterFaults.SuccessorLeaves.Fill(other.Successor, other.On));
            }

            if (other.IsOpen && other.Successor == draft.Person)
            {
                throw SuccessionRefusedException.Named(other);
            }
        }
    }
}
