using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>What came of registering an agreement.</summary>
public enum RegistrationResult
{
    New,

    /// <summary>The same content was registered before.</summary>
    Already,

    /// <summary>Other content has this id.</summary>
    Taken,
}

/// <summary>
/// Writes agreements with their items: as few transactions as the store allows. Until the last one the agreement is
/// "importing": nobody sees it, nothing runs, and sending it again goes on where it stopped.
/// </summary>
public sealed class AgreementRegistration(AgreementWriter writer, AgreementStore store, DueIndex due, AgreementIndex index)
{
    /// <summary>Two rows an item, the head, the journal's first entry and the idempotency row stay below the store's 100.</summary>
    private const int ItemsPerCommit = 40;

    /// <summary>Registers an agreement that was foreseen to be new.</summary>
    public async Task<RegistrationResult> Register(
        AgreementDraft draft, IReadOnlyList<AgreedItem> items, IdempotencyRecord? answer, Instant now, CancellationToken cancel)
    {
        string id = draft.Agreement.Id;
        await index.AddEntries(id, items, now, cancel);
        await due.AddEntries(id, [.. items.Select(item => item.Id)], now, cancel);
        bool isForeseen = true;
        foreach (AgreedItem[] some in items.Chunk(ItemsPerCommit))
        {
            bool last = some[^1] == items[^1];
            RegistrationResult so = await writer.Run(id, async () => Write(draft, items, some, last, answer, now, await Standing()), cancel);
            if (so != RegistrationResult.New)
            {
                return so;
            }
        }

        return RegistrationResult.New;

        // The first try finds out by writing whether somebody else began meanwhile.
        async Task<Begun?> Standing()
        {
            (bool isFirst, isForeseen) = (isForeseen, false);
            return isFirst ? null : await Find(id, cancel);
        }
    }

    /// <summary>What would come of registering it: asked before anything that comes with it is stored.</summary>
    /// <exception cref="KeyReusedException">The idempotency key came with another request before.</exception>
    public async Task<RegistrationResult> Check(AgreementDraft draft, IdempotencyRecord? answer, CancellationToken cancel)
    {
        string id = draft.Agreement.Id;
        if (answer is not null && await store.IsAnswered(id, answer, cancel))
        {
            return RegistrationResult.Already;
        }

        return await store.Find(id, cancel) switch
        {
            null => RegistrationResult.New,
            { } known when known.Fingerprint != draft.Fingerprint && !draft.IsOf(known, await store.Items(id, cancel)) => RegistrationResult.Taken,
            { IsActive: true } => RegistrationResult.Already,
            _ => RegistrationResult.New,
        };
    }

    /// <summary>Adds an item to an agreement that is registered already.</summary>
    public Task<RegistrationResult> Add(ItemDraft draft, AgreedItem item, IdempotencyRecord? answer, Instant now, CancellationToken cancel) =>
        writer.Run(item.Agreement, () => WriteItem(draft, item, answer, now, cancel), cancel);

    private static Proposal<RegistrationResult> Write(
        AgreementDraft draft, IReadOnlyList<AgreedItem> all, AgreedItem[] some, bool last, IdempotencyRecord? answer, Instant now, Begun? begun)
    {
        Agreement agreement = draft.Agreement;
        StoredAgreement? head = begun?.Head;
        if (head is not null && !draft.IsOf(head, begun!.Items))
        {
            return Proposal<RegistrationResult>.Nothing(RegistrationResult.Taken);
        }

        List<AgreedItem> missing = [.. some.Where(item => begun?.Items.Any(there => there.Item.Id == item.Id) != true)];
        if (head is { IsActive: true } || (missing.Count == 0 && !last))
        {
            return Proposal<RegistrationResult>.Nothing(head!.IsActive ? RegistrationResult.Already : RegistrationResult.New);
        }

        IEnumerable<JournalEvent> happenings = missing.Select(JournalText.OfAcceptance);
        if (head is null)
        {
            happenings = happenings.Prepend(new(EventNames.Registered, null, agreement.Coordinator, agreement.Title.In("en")));
        }

        StoredAgreement before = head ?? new(agreement, [.. all.Select(item => item.Id)], draft.Fingerprint, IsActive: false, Chain.Empty) { Dependent = [.. all.Where(Waits).Select(item => item.Id)] };
        AgreementTransaction writes = new(agreement.Id);
        writes.AppendJournal(before with { IsActive = last }, isNew: head is null, happenings, now);
        missing.ForEach(item => writes.Add(new StoredItem(item, FingerprintOf(draft, item))));
        writes.RecordIdempotency(last ? answer : null);
        return new(writes.Writes, RegistrationResult.New);
    }

    private async Task<Proposal<RegistrationResult>> WriteItem(ItemDraft draft, AgreedItem item, IdempotencyRecord? answer, Instant now, CancellationToken cancel)
    {
        StoredAgreement head = await store.Find(item.Agreement, cancel) ?? throw new NotFoundException($"Agreement {item.Agreement}");
        if (answer is not null && await store.IsAnswered(item.Agreement, answer, cancel))
        {
            return Proposal<RegistrationResult>.Nothing(RegistrationResult.Already);
        }

        if (await store.FindItem(item.Agreement, item.Id, cancel) is { } known)
        {
            return Proposal<RegistrationResult>.Nothing(draft.IsOf(known) ? RegistrationResult.Already : RegistrationResult.Taken);
        }

        if (head.Items.Count >= Limits.Items)
        {
            throw new InvalidInputException("", $"agreement {item.Agreement} has {Limits.Items} items already; register the rest as another agreement");
        }

        await index.AddEntries(item.Agreement, [item], now, cancel);
        await due.AddEntries(item.Agreement, item.Id, now, cancel);
        AgreementTransaction writes = new(item.Agreement);
        IReadOnlyList<string>? dependent = Waits(item) && head.Dependent is { } before ? [.. before, item.Id] : head.Dependent;
        writes.AppendJournal(head with { Items = [.. head.Items, item.Id], Dependent = dependent }, isNew: false, [JournalText.OfAcceptance(item)], now);
        writes.Add(new StoredItem(item, draft.Fingerprint));
        writes.RecordIdempotency(answer);
        return new(writes.Writes, RegistrationResult.New);
    }

    private async Task<Begun?> Find(string agreement, CancellationToken cancel) => await store.Find(agreement, cancel) is { } head
        ? new(head, await store.Items(agreement, cancel))
        : null;

    private static bool Waits(AgreedItem item) => item.DependsOn.Count > 0;

    private static string FingerprintOf(AgreementDraft draft, AgreedItem item) => draft.Items.First(one => one.Id == item.Id).Fingerprint;

    /// <summary>What there is of an agreement already.</summary>
    private sealed record Begun(StoredAgreement Head, IReadOnlyList<StoredItem> Items);
}
