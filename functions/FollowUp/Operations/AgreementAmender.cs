using FollowUp.Agreements;
using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Parsing;
using FollowUp.Plans;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>How an agreement is to read, by whom and why.</summary>
/// <param name="Reason">Null where none is given.</param>
public sealed record AgreementChange(
    string Agreement, Deed Deed, AgreementCorrection Correction, string? Reason, IdempotencyRecord? Idempotency, Instant Now);

/// <summary>
/// Puts the words of an agreement right: its head and an entry of the journal for each place, in one transaction. No item is written and no
/// clock nudged, so that nobody hears of it. Another host that knows the agreement may write one more letter in the words of before: it
/// finds out with the next thing that it writes there.
/// </summary>
public sealed class AgreementAmender(AgreementStore store, AgreementQueries queries, AgreementWriter writer, ActorResolver actors)
{
    /// <exception cref="NotFoundException">There is none.</exception>
    /// <exception cref="ItemRefusedException">They are not its coordinator, and stand in for nobody who is.</exception>
    /// <exception cref="InvalidInputException">It would take more than one row.</exception>
    /// <exception cref="ContentionException">Others kept writing first.</exception>
    public async Task<StoredAgreement> Amend(AgreementChange change, CancellationToken cancel)
    {
        await actors.DemandKnown(change.Deed.By, cancel);
        await foreach (int attempt in writer.Attempts(change.Agreement, cancel))
        {
            StoredAgreement head = await store.LoadAgreement(change.Agreement, Freshness.Current, cancel) is { IsActive: true } found
                ? found
                : throw new NotFoundException($"Agreement {change.Agreement}");
            if (change.Idempotency is { } key && await store.IsRepeated(change.Agreement, key, cancel))
            {
                return head;
            }

            await DemandCoordinator(head.Agreement, change, cancel);
            StoredAgreement after = head with { Agreement = head.Agreement.Amend(change.Correction) };
            DemandRoom(after.Agreement);
            if (await writer.Commit(Transaction(change, head, after), cancel))
            {
                return after;
            }
        }

        throw ContentionException.OfAgreement(change.Agreement);
    }

    /// <summary>Who acts for whom is a matter of items: any of them tells who stands in for the coordinator of them all.</summary>
    private async Task DemandCoordinator(Agreement agreement, AgreementChange change, CancellationToken cancel)
    {
        AgreedItem item = (await queries.Items(agreement.Id, cancel))[0].Item with { Coordinator = agreement.Coordinator };
        Actor actor = await actors.Resolve(change.Deed.By, item, change.Now, cancel);
        if (!actor.ActsAs(Role.Coordinator, agreement.Coordinator))
        {
            throw new ItemRefusedException(
                Refusal.NotAllowed, RefusalPhrases.AgreementNotAllowed.Fill(agreement.Id, change.Deed.By, agreement.Coordinator));
        }
    }

    private static void DemandRoom(Agreement agreement)
    {
        ParseContext context = new();
        context.RequireRoom("", agreement, "shorten its clauses to what its items come from");
        context.ThrowIfFaulty();
    }

    /// <summary>Where it reads like that already, no more than that it was asked for.</summary>
    private static AgreementTransaction Transaction(AgreementChange change, StoredAgreement head, StoredAgreement after)
    {
        AgreementTransaction transaction = new(change.Agreement);
        if (!ReferenceEquals(head.Agreement, after.Agreement))
        {
            transaction.AppendJournal(
                after, isNew: false,
                AgreementAmending.Differences(head.Agreement, after.Agreement).Select(made =>
                    new JournalEvent(EventNames.Amended, null, change.Deed.By, JournalText.OfAmendment(made, change.Reason))
                    {
                        Through = change.Deed.Through,
                    }),
                change.Now);
        }

        transaction.RecordIdempotency(change.Idempotency);
        return transaction;
    }
}
