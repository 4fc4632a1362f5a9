using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>What came of registering an agreement.</summary>
public enum Registered
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
public sealed class Registration(Commits commits, AgreementFiles files, DueIndex due, Catalogue catalogue)
{
    /// <summary>Two rows an item, the head, the journal's first entry and the idempotency row stay below the store's 100.</summary>
    private const int ItemsPerCommit = 40;

    /// <summary>Registers an agreement that was foreseen to be new.</summary>
    public async Task<Registered> Register(
        AgreementDraft draft, IReadOnlyList<AgreedItem> items, Answer? answer, Instant now, CancellationToken cancel)
    {
        string id = draft.Agreement.Id;
        await catalogue.Put(id, items, now, cancel);
        await due.Mark(id, [.. items.Select(item => item.Id)], now, cancel);
        bool isForeseen = true;
        foreach (AgreedItem[] some in items.Chunk(ItemsPerCommit))
        {
            bool last = some[^1] == items[^1];
            Registered so = await commits.Run(id, async () => Write(draft, items, some, last, answer, now, await Standing()), cancel);
            if (so != Registered.New)
            {
                return so;
            }
        }

        return Registered.New;

        // The first try finds out by writing whether somebody else began meanwhile.
        async Task<Begun?> Standing()
        {
            (bool isFirst, isForeseen) = (isForeseen, false);
            return isFirst ? null : await Find(id, cancel);
        }
    }

    /// <summary>What would come of registering it: asked before anything that comes with it is stored.</summary>
    /// <exception cref="KeyReusedException">The idempotency key came with another request before.</exception>
    public async Task<Registered> Foresee(AgreementDraft draft, Answer? answer, CancellationToken cancel)
    {
        string id = draft.Agreement.Id;
        if (answer is not null && await files.IsAnswered(id, answer, cancel))
        {
            return Registered.Already;
        }

        return await files.Find(id, cancel) switch
        {
            null => Registered.New,
            { } known when known.Fingerprint != draft.Fingerprint && !draft.IsOf(known, await files.Items(id, cancel)) => Registered.Taken,
            { IsActive: true } => Registered.Already,
            _ => Registered.New,
        };
    }

    /// <summary>Adds an item to an agreement that is registered already.</summary>
    public Task<Registered> Add(ItemDraft draft, AgreedItem item, Answer? answer, Instant now, CancellationToken cancel) =>
        commits.Run(item.Agreement, () => WriteItem(draft, item, answer, now, cancel), cancel);

    private static Proposal<Registered> Write(
        AgreementDraft draft, IReadOnlyList<AgreedItem> all, AgreedItem[] some, bool last, Answer? answer, Instant now, Begun? begun)
    {
        Agreement agreement = draft.Agreement;
        StoredAgreement? head = begun?.Head;
        if (head is not null && !draft.IsOf(head, begun!.Items))
        {
            return Proposal<Registered>.Nothing(Registered.Taken);
        }

        List<AgreedItem> missing = [.. some.Where(item => begun?.Items.Any(there => there.Item.Id == item.Id) != true)];
        if (head is { IsActive: true } || (missing.Count == 0 && !last))
        {
            return Proposal<Registered>.Nothing(head!.IsActive ? Registered.Already : Registered.New);
        }

        IEnumerable<Happening> happenings = missing.Select(Story.OfAcceptance);
        if (head is null)
        {
            happenings = happenings.Prepend(new(Events.Registered, null, agreement.Coordinator, agreement.Title.In("en")));
        }

        StoredAgreement before = head ?? new(agreement, [.. all.Select(item => item.Id)], draft.Fingerprint, IsActive: false, Chain.Empty) { Dependent = [.. all.Where(Waits).Select(item => item.Id)] };
        Transaction writes = new(agreement.Id);
        writes.Continue(before with { IsActive = last }, isNew: head is null, happenings, now);
        missing.ForEach(item => writes.Add(new StoredItem(item, FingerprintOf(draft, item))));
        writes.Answer(last ? answer : null);
        return new(writes.Writes, Registered.New);
    }

    private async Task<Proposal<Registered>> WriteItem(ItemDraft draft, AgreedItem item, Answer? answer, Instant now, CancellationToken cancel)
    {
        StoredAgreement head = await files.Find(item.Agreement, cancel) ?? throw new NotThereException($"Agreement {item.Agreement}");
        if (answer is not null && await files.IsAnswered(item.Agreement, answer, cancel))
        {
            return Proposal<Registered>.Nothing(Registered.Already);
        }

        if (await files.FindItem(item.Agreement, item.Id, cancel) is { } known)
        {
            return Proposal<Registered>.Nothing(draft.IsOf(known) ? Registered.Already : Registered.Taken);
        }

        if (head.Items.Count >= Limits.Items)
        {
            throw new InvalidInputException("", $"agreement {item.Agreement} has {Limits.Items} items already; register the rest as another agreement");
        }

        await catalogue.Put(item.Agreement, [item], now, cancel);
        await due.Mark(item.Agreement, item.Id, now, cancel);
        Transaction writes = new(item.Agreement);
        IReadOnlyList<string>? dependent = Waits(item) && head.Dependent is { } before ? [.. before, item.Id] : head.Dependent;
        writes.Continue(head with { Items = [.. head.Items, item.Id], Dependent = dependent }, isNew: false, [Story.OfAcceptance(item)], now);
        writes.Add(new StoredItem(item, draft.Fingerprint));
        writes.Answer(answer);
        return new(writes.Writes, Registered.New);
    }

    private async Task<Begun?> Find(string agreement, CancellationToken cancel) => await files.Find(agreement, cancel) is { } head
        ? new(head, await files.Items(agreement, cancel))
        : null;

    private static bool Waits(AgreedItem item) => item.DependsOn.Count > 0;

    private static string FingerprintOf(AgreementDraft draft, AgreedItem item) => draft.Items.First(one => one.Id == item.Id).Fingerprint;

    /// <summary>What there is of an agreement already.</summary>
    private sealed record Begun(StoredAgreement Head, IReadOnlyList<StoredItem> Items);
}
