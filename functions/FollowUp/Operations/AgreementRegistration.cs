using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Parsing;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>
/// Writes agreements with their items: as few transactions as the store allows. Until the last one the agreement is
/// "importing": nobody sees it, nothing runs, and sending it again goes on where it stopped.
/// </summary>
public sealed class AgreementRegistration(
    AgreementWriter writer, AgreementStore store, AgreementQueries queries, DueIndex due, AgreementIndex index)
{
    /// <summary>Two rows an item; the head, the journal's first entry and the idempotency row beside them.</summary>
    private static readonly int ItemsPerCommit = AgreementTransaction.Room(rowsEach: 2, others: 20);

    /// <summary>Registers an agreement that was found to be new.</summary>
    /// <param name="through">A word of <see cref="Through"/>; null where its coordinator does it.</param>
    public async Task<RegistrationResult> Register(
        AgreementDraft draft, IReadOnlyList<AgreedItem> items, IdempotencyRecord? idempotency, string? through, Instant now,
        CancellationToken cancel)
    {
        string id = draft.Agreement.Id;
        await index.AddEntries(id, items, now, cancel);
        await due.AddEntries(id, [.. items.Select(item => item.Id)], now, cancel);
        foreach ((int part, AgreedItem[] some) in items.Chunk(ItemsPerCommit).Index())
        {
            Part these = new(draft, items, some, IsFirst: part == 0, idempotency, through, now);
            RegistrationResult result = await Register(these, cancel);
            if (result != RegistrationResult.New)
            {
                return result;
            }
        }

        return RegistrationResult.New;
    }

    /// <summary>What would come of registering it: asked before anything that comes with it is stored.</summary>
    /// <exception cref="KeyReusedException">The idempotency key came with another request before.</exception>
    public async Task<RegistrationResult> Check(AgreementDraft draft, IdempotencyRecord? idempotency, CancellationToken cancel)
    {
        string id = draft.Agreement.Id;
        if (idempotency is not null && await store.IsRepeated(id, idempotency, cancel))
        {
            return RegistrationResult.Already;
        }

        return await store.LoadAgreement(id, Freshness.Current, cancel) switch
        {
            null => RegistrationResult.New,
            { } known when known.Fingerprint != draft.Fingerprint && !draft.IsOf(known, await queries.Items(id, cancel)) =>
                RegistrationResult.Taken,
            { IsActive: true } => RegistrationResult.Already,
            _ => RegistrationResult.New,
        };
    }

    private async Task<RegistrationResult> Register(Part part, CancellationToken cancel)
    {
        string id = part.Draft.Agreement.Id;
        await foreach (int attempt in writer.Attempts(id, cancel))
        {
            // The first attempt of the first part finds out by writing whether somebody else began meanwhile.
            Begun? begun = part.IsFirst && attempt == 1 ? null : await FindBegun(id, cancel);
            if (begun is not null && !part.Draft.IsOf(begun.Head, begun.Items))
            {
                return RegistrationResult.Taken;
            }

            List<AgreedItem> missing = [.. part.Items.Where(item => begun?.Items.Any(there => there.Item.Id == item.Id) != true)];
            if (begun is { Head.IsActive: true } || (missing.Count == 0 && !part.IsLast))
            {
                return begun!.Head.IsActive ? RegistrationResult.Already : RegistrationResult.New;
            }

            if (await writer.Commit(Transaction(part, begun?.Head, missing), cancel))
            {
                return RegistrationResult.New;
            }
        }

        throw ContentionException.OfAgreement(id);
    }

    private static AgreementTransaction Transaction(Part part, StoredAgreement? head, List<AgreedItem> missing)
    {
        Agreement agreement = part.Draft.Agreement;
        IEnumerable<JournalEvent> events = missing.Select(JournalText.OfAcceptance);
        if (head is null)
        {
            events = events.Prepend(new(EventNames.Registered, null, agreement.Coordinator, agreement.Title.TextIn("en")));
        }

        StoredAgreement before = head
            ?? new(agreement, [.. part.All.Select(item => item.Id)], part.Draft.Fingerprint, IsActive: false, Chain.Empty)
            {
                Dependent = [.. part.All.Where(item => item.DependsOn.Count > 0).Select(item => item.Id)],
            };
        AgreementTransaction transaction = new(agreement.Id);
        events = events.Select(one => one.By is null ? one : one with { Through = part.Through });
        transaction.AppendJournal(before with { IsActive = part.IsLast }, isNew: head is null, events, part.Now);
        missing.ForEach(item => transaction.Add(new StoredItem(item, part.FingerprintOf(item))));
        transaction.RecordIdempotency(part.IsLast ? part.Idempotency : null);
        return transaction;
    }

    private async Task<Begun?> FindBegun(string agreement, CancellationToken cancel) =>
        await store.LoadAgreement(agreement, Freshness.Current, cancel) is { } head
            ? new(head, await queries.Items(agreement, cancel)) : null;

    /// <summary>What there is of an agreement already.</summary>
    private sealed record Begun(StoredAgreement Head, IReadOnlyList<StoredItem> Items);

    /// <summary>As many of its items as go into one transaction.</summary>
    private sealed record Part(
        AgreementDraft Draft, IReadOnlyList<AgreedItem> All, AgreedItem[] Items, bool IsFirst, IdempotencyRecord? Idempotency,
        string? Through, Instant Now)
    {
        public bool IsLast => Items[^1] == All[^1];

        public string FingerprintOf(AgreedItem item) => Draft.Items.First(one => one.Id == item.Id).Fingerprint;
    }
}
