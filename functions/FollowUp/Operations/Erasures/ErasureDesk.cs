using FollowUp.Feeds;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Operations.Erasures;

/// <summary>
/// Takes out of the register what it has of somebody who has no part in anything open: names, address, absences, rhythm, every revision of
/// before, and the calendar address. The id stays, and so does what the journals seal.
/// </summary>
public sealed class ErasureDesk(
    ReferenceStore reference, ItemCatalogue catalogue, AgreementIndex index, SuccessionStore successions, Outbox outbox, FeedStore feeds,
    PersonUpdater people, ActorResolver actors, TimeProvider clock)
{
    private const int TokenLength = 32;

    /// <exception cref="NotFoundException">Nobody knows them.</exception>
    /// <exception cref="ErasureRefusedException">Something stands against it.</exception>
    public async Task<ErasurePlan> Preview(string person, CancellationToken cancel)
    {
        Person known = await reference.Person(person, cancel) ?? throw new NotFoundException($"Person {person}");
        if (known.Erased is null)
        {
            await DemandNoPart(known, cancel);
        }

        List<string> agreements = await index.WithPartOf(person, AgreementIndex.FirstId, cancel).ToListAsync(cancel);
        return new(known, agreements, Fingerprints.HashOf(new { known.Id, known.Revision, agreements })[..TokenLength]);
    }

    /// <summary>For good. What broke off half way is finished by the same call; done once more, it changes nothing.</summary>
    /// <inheritdoc cref="Preview"/>
    /// <exception cref="ErasureOutdatedException">Something is different since the preview.</exception>
    /// <exception cref="ReferenceChangedException">They were written meanwhile.</exception>
    public async Task<ErasurePlan> Erase(string person, string token, Deed who, DurableTaskClient client, CancellationToken cancel)
    {
        await actors.DemandKnown(who.By, cancel);
        ErasurePlan plan = await Preview(person, cancel);
        Instant now = clock.Now();
        Person erased = plan.Person;
        if (erased.Erased is null)
        {
            erased = plan.Token != token ? throw new ErasureOutdatedException()
                : (await people.Write([erased.Without(new(now, who.By, who.Through))], client, cancel, [erased.Revision])).Single();
        }

        await reference.ForgetRevisionsBefore(erased, cancel);
        await feeds.Withdraw(FeedKind.Person, person, now, cancel);
        return plan with { Person = erased };
    }

    private async Task DemandNoPart(Person person, CancellationToken cancel)
    {
        AgreedItem[] theirs =
        [
            .. (await catalogue.Current(cancel)).SelectMany(one => one.Items).Select(one => one.Item)
                .Where(item => HasPart(item, person.Id)),
        ];
        string[] items =
        [
            .. theirs.Where(item => item.IsOpen || item.OpensNextAt() is not null).Select(item => $"{item.Agreement}/{item.Id}"),
        ];
        if (items.Length > 0)
        {
            throw ErasureRefusedException.Parts(person.Id, items);
        }

        string[] others = [.. (await NamedBy(person.Id, cancel)).Distinct()];
        if (others.Length > 0)
        {
            throw ErasureRefusedException.Named(person.Id, others);
        }

        // That an item is closed is told to each in the morning where they are.
        if (theirs.Any(item => item.NextAt is not null) || await outbox.IsWaitingFor(person.Id, cancel))
        {
            throw ErasureRefusedException.Letter(person.Id);
        }
    }

    private static bool HasPart(AgreedItem item, string person) =>
        item.Owner == person || ItemPart.All.Any(part => item.PeopleIn(part).Contains(person));

    /// <summary>Those whose letters or parts would come to them.</summary>
    private async Task<IEnumerable<string>> NamedBy(string person, CancellationToken cancel)
    {
        Instant now = clock.Now();
        IEnumerable<string> rows = (await reference.People(cancel)).Where(other => other.Id != person && (other.Contact == person
            || other.Absences.Any(absence => absence.Substitute == person && absence.To >= now.InZone(other.Zone()).Date)))
            .Select(other => other.Id);
        return rows.Concat((await successions.All(cancel)).Where(one => one.IsOpen && one.Successor == person).Select(one => one.Person));
    }
}
