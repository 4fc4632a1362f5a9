using FollowUp.Agreements;
using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Parsing;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations.Bulk;

/// <summary>
/// Finds out what becomes of many items of an agreement. A preview and what is then done both ask here, so that what was seen is what
/// happens. Nothing is written.
/// </summary>
public sealed class BulkPlanner(AgreementStore store, ActorResolver actors, TimetableInputsLoader inputs)
{
    /// <exception cref="NotFoundException">No such agreement.</exception>
    /// <exception cref="InvalidInputException">Nobody knows whoever does it, or an item that is named.</exception>
    public async Task<BulkPlan> Plan(BulkRequest request, Instant now, CancellationToken cancel)
    {
        StoredAgreement head = await store.LoadAgreement(request.Agreement, Freshness.Current, cancel) is { IsActive: true } found
            ? found : throw new NotFoundException($"Agreement {request.Agreement}");
        await actors.DemandKnown(request.By, cancel);
        DemandThere(request, head);
        IReadOnlyList<LoadedItem> items =
            [.. (await store.Load(request.Agreement, request.Items ?? head.Items, Freshness.Current, cancel)).OfType<LoadedItem>()];
        PeopleSnapshot people = await inputs.CurrentPeople(cancel);
        bool isCoordinator = request.IsForOffice || request.By == head.Agreement.Coordinator;
        List<BulkItem> decided = [];
        foreach (LoadedItem known in items.Where(known => request.Items is not null || known.Item.Item.IsOpen))
        {
            AgreedItem item = known.Item.Item;
            TimetableInputs around = await inputs.Load(item, people, cancel);
            Actor actor = ActorOn(item, request, around, now);
            isCoordinator |= item.Coordinator == head.Agreement.Coordinator && actor.ActsAs(Role.Coordinator, item.Coordinator);
            decided.Add(await BulkDecision.Decide(
                known, request.Change, actor, around, after => inputs.Load(after, people, cancel), now));
        }

        return OfAgreement(request, head, decided, isCoordinator, now);
    }

    private static void DemandThere(BulkRequest request, StoredAgreement head)
    {
        List<Fault> unknown =
        [
            .. (request.Items ?? []).Index().Where(one => !head.Items.Contains(one.Item))
                .Select(one => new Fault($"/items/{one.Index}", RegisterFaults.UnknownItem.Fill(one.Item))),
        ];
        if (unknown.Count > 0)
        {
            throw new InvalidInputException(unknown);
        }
    }

    private static Actor ActorOn(AgreedItem item, BulkRequest request, TimetableInputs around, Instant now) => request.IsForOffice
        ? new(request.By, [new(Role.Coordinator, item.Coordinator, request.By)])
        : new(request.By, new Deputies(item, around.Contacts, now).FindActing());

    /// <summary>What the agreement itself names stays where single items are named.</summary>
    private static BulkPlan OfAgreement(
        BulkRequest request, StoredAgreement head, IReadOnlyList<BulkItem> items, bool isCoordinator, Instant now)
    {
        Agreement before = head.Agreement;
        IReadOnlyList<string> coordinator = request.Change.PeopleFor(ItemPart.Coordinator, [before.Coordinator]);
        IReadOnlyList<string> chain = request.Change.PeopleFor(ItemPart.Chain, before.Chain);
        Agreement after = request.Items is null ? before.FollowedUpBy(coordinator[0], chain) : before;
        BulkStep[] steps =
        [
            .. after.Coordinator == before.Coordinator ? [] : (BulkStep[])[
                Step(ItemPart.Coordinator, [before.Coordinator], [after.Coordinator], request)],
            .. after.Chain.SequenceEqual(before.Chain) ? [] : (BulkStep[])[Step(ItemPart.Chain, before.Chain, after.Chain, request)],
        ];
        Fault[] faults = steps.Length == 0 || isCoordinator ? []
            : [new("/by", RegisterFaults.NotCoordinator.Fill(request.By, before.Id, before.Coordinator))];
        return new(request, head, after, steps, items, faults, now);
    }

    /// <summary>Its text does not depend on an item.</summary>
    private static BulkStep Step(string part, IReadOnlyList<string> was, IReadOnlyList<string> now, BulkRequest request) => new(
        part, was, now,
        new((item, _, _, _) => item, EventNames.Reassigned, _ => JournalText.OfReassignment(part, was, now, request.Change.Reason)));
}
