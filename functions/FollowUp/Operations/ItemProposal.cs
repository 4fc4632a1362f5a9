using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>One more item for an agreement, as it would be accepted: whether it is then added, or only looked at.</summary>
public sealed class ItemProposal(ReferenceResolver references, AgreementStore store, AgreementQueries queries)
{
    /// <returns>The item, and all that it refers to.</returns>
    /// <exception cref="InvalidInputException">It cannot be followed like this; it has every fault.</exception>
    public async Task<(AgreedItem Item, ResolvedReferences Known)> Accept(
        ItemDraft draft, StoredAgreement head, ParseContext context, Instant now, CancellationToken cancel)
    {
        // Its agreement's chain and coordinator will hear of it, so they must be known as well.
        foreach (string person in head.Agreement.Chain.Append(head.Agreement.Coordinator))
        {
            context.AddReference(new(ReferenceKind.Person, person, ""));
        }

        ItemDependencyRules.CheckDependencies(draft, head.Items, context);
        await CheckNumber(draft, head, context, cancel);
        if (ItemDependencyRules.SeriesOf(draft.Id) is { } series && Identifier.IsValid(series)
            && (await store.Load(head.Agreement.Id, series, Freshness.Current, cancel))?.Item.Item.Recurrence is not null)
        {
            ItemDependencyRules.AddOccurrenceIdFault(draft, series, context);
        }

        ResolvedReferences known = await references.Resolve(new([], [], [], []), context, cancel);
        context.ThrowIfFaulty();
        AgreedItem item = ItemAcceptance.Accept(draft, head.Agreement, known, now, fault => context.AddFault(fault.Pointer, fault.Detail));
        context.ThrowIfFaulty();
        return (item, known);
    }

    /// <summary>The items are read for that alone, and only where there is a number.</summary>
    private async Task CheckNumber(ItemDraft draft, StoredAgreement head, ParseContext context, CancellationToken cancel)
    {
        if (draft.Number is { } number && await queries.OtherOfNumber(head.Agreement.Id, draft.Id, number, cancel) is { } known)
        {
            context.AddFault("/number", SheetFaults.NumberTaken.Fill(known));
        }
    }
}
