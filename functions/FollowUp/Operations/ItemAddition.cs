using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>Adds an item to an agreement that is registered already.</summary>
public sealed class ItemAddition(AgreementWriter writer, AgreementStore store, DueIndex due, AgreementIndex index)
{
    /// <param name="through">A word of <see cref="Through"/>; null where its coordinator does it.</param>
    /// <exception cref="NotFoundException">No such agreement.</exception>
    /// <exception cref="InvalidInputException">The agreement is full.</exception>
    /// <exception cref="KeyReusedException">The idempotency key came with another request before.</exception>
    public async Task<RegistrationResult> Add(
        ItemDraft draft, AgreedItem item, IdempotencyRecord? idempotency, string? through, Instant now, CancellationToken cancel)
    {
        string agreement = item.Agreement;
        await foreach (int attempt in writer.Attempts(agreement, cancel))
        {
            StoredAgreement head = await store.LoadAgreement(agreement, Freshness.Current, cancel)
                ?? throw new NotFoundException($"Agreement {agreement}");
            if (idempotency is not null && await store.IsRepeated(agreement, idempotency, cancel))
            {
                return RegistrationResult.Already;
            }

            if (await store.Load(agreement, item.Id, Freshness.Current, cancel) is { } known)
            {
                return draft.IsOf(known.Item) ? RegistrationResult.Already : RegistrationResult.Taken;
            }

            if (head.Items.Count >= Limits.Items)
            {
                throw new InvalidInputException(
                    "", RegisterFaults.AgreementFull.Fill(agreement, Limits.Items));
            }

            // Whom the agreement names may have changed since the item was accepted.
            AgreedItem named = item with { Coordinator = head.Agreement.Coordinator, Chain = head.Agreement.Chain };
            await index.AddEntries(agreement, [named], now, cancel);
            await due.AddEntries(agreement, item.Id, now, cancel);
            if (await writer.Commit(Transaction(draft, named, head, idempotency, through, now), cancel))
            {
                return RegistrationResult.New;
            }
        }

        throw ContentionException.OfAgreement(agreement);
    }

    private static AgreementTransaction Transaction(
        ItemDraft draft, AgreedItem item, StoredAgreement head, IdempotencyRecord? idempotency, string? through, Instant now)
    {
        IReadOnlyList<string>? dependent = item.DependsOn.Count > 0 && head.Dependent is { } before ? [.. before, item.Id] : head.Dependent;
        JournalEvent accepted = JournalText.OfAcceptance(item);
        AgreementTransaction transaction = new(item.Agreement);
        transaction.AppendJournal(
            head with { Items = [.. head.Items, item.Id], Dependent = dependent }, isNew: false,
            [accepted with { Through = accepted.By is null ? null : through }], now);
        transaction.Add(new StoredItem(item, draft.Fingerprint));
        transaction.RecordIdempotency(idempotency);
        return transaction;
    }
}
