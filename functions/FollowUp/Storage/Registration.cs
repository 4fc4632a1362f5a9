using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Registers;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>What came of registering an agreement or an item.</summary>
public enum Registered
{
    New,

    /// <summary>The same content was registered before.</summary>
    Already,
}

/// <summary>An id that is taken by other content.</summary>
public sealed class TakenException(string what) : Exception($"{what} is registered already, with other content. Take another id, or send the content that is registered.");

/// <summary>
/// Writes agreements with their items: as few transactions as the store allows. Until the last one the agreement is
/// "importing": nobody sees it, nothing runs, and sending it again goes on where it stopped.
/// </summary>
public sealed class Registration(Commits commits, AgreementFiles files, DueIndex due)
{
    /// <summary>Asked before anything of a register is stored, so that a refusal leaves nothing behind.</summary>
    /// <exception cref="TakenException">Other content has one of the ids.</exception>
    public async Task DemandFree(IEnumerable<AgreementDraft> drafts, CancellationToken cancel)
    {
        foreach (AgreementDraft draft in drafts)
        {
            Demand(draft, await files.Find(draft.Agreement.Id, cancel));
        }
    }

    /// <summary>Two rows an item, the head, the journal's first entry and the idempotency row stay below the store's 100.</summary>
    private const int ItemsPerCommit = 40;

    public async Task<Registered> Register(
        AgreementDraft draft, IReadOnlyList<AgreedItem> items, Answer? answer, Instant now, CancellationToken cancel)
    {
        string id = draft.Agreement.Id;
        if (answer is not null && await files.IsAnswered(id, answer, cancel))
        {
            return Registered.Already;
        }

        StoredAgreement? known = await files.Find(id, cancel);
        Demand(draft, known);
        if (known is { IsActive: true })
        {
            return Registered.Already;
        }

        await due.Mark(id, items, now, cancel);
        foreach (AgreedItem[] some in items.Chunk(ItemsPerCommit))
        {
            bool last = some[^1] == items[^1];
            _ = await commits.Run(id, () => Write(draft, items, some, last, answer, now, cancel), cancel);
        }

        return Registered.New;
    }

    /// <summary>Adds an item to an agreement that is registered already.</summary>
    public Task<Registered> Add(ItemDraft draft, AgreedItem item, Answer? answer, Instant now, CancellationToken cancel) =>
        commits.Run(item.Agreement, () => WriteItem(draft, item, answer, now, cancel), cancel);

    private async Task<Proposal<Registered>> Write(
        AgreementDraft draft, IReadOnlyList<AgreedItem> all, AgreedItem[] some, bool last, Answer? answer, Instant now, CancellationToken cancel)
    {
        Agreement agreement = draft.Agreement;
        StoredAgreement? head = await files.Find(agreement.Id, cancel);
        Demand(draft, head);
        HashSet<string> there = head is null ? [] : [.. (await files.Items(agreement.Id, cancel)).Select(item => item.Item.Id)];
        List<AgreedItem> missing = [.. some.Where(item => !there.Contains(item.Id))];
        if (head is { IsActive: true } || (missing.Count == 0 && !last))
        {
            return Proposal<Registered>.Nothing(Registered.New);
        }

        IEnumerable<Happening> happenings = missing.Select(item => new Happening(Events.Assigned, item.Id, agreement.Coordinator, $"to {item.Owner}, due {item.DueOn:uuuu-MM-dd}"));
        if (head is null)
        {
            happenings = happenings.Prepend(new(Events.Registered, null, agreement.Coordinator, agreement.Title.In("en")));
        }

        StoredAgreement before = head ?? new(agreement, [.. all.Select(item => item.Id)], draft.Fingerprint, IsActive: false, Chain.Empty);
        Transaction writes = new(agreement.Id);
        writes.Continue(before with { IsActive = last }, isNew: head is null, happenings, now);
        writes.Add(missing.Select(item => AgreementRows.Item(new StoredItem(item, FingerprintOf(draft, item)))));
        writes.Answer(last ? answer : null);
        return new(writes.Actions, Registered.New);
    }

    private async Task<Proposal<Registered>> WriteItem(ItemDraft draft, AgreedItem item, Answer? answer, Instant now, CancellationToken cancel)
    {
        StoredAgreement head = await files.Find(item.Agreement, cancel) is { IsActive: true } found
            ? found
            : throw new NotThereException($"Agreement {item.Agreement}");
        if (answer is not null && await files.IsAnswered(item.Agreement, answer, cancel))
        {
            return Proposal<Registered>.Nothing(Registered.Already);
        }

        if (await files.FindItem(item.Agreement, item.Id, cancel) is { } known)
        {
            return known.Fingerprint == draft.Fingerprint
                ? Proposal<Registered>.Nothing(Registered.Already)
                : throw new TakenException($"Item {item.Id} of agreement {item.Agreement}");
        }

        if (head.Items.Count >= Limits.Items)
        {
            throw new InvalidInputException("", $"agreement {item.Agreement} has {Limits.Items} items already; register the rest as another agreement");
        }

        await due.Mark(item.Agreement, item.Id, now, cancel);
        Transaction writes = new(item.Agreement);
        Happening assigned = new(Events.Assigned, item.Id, item.Coordinator, $"to {item.Owner}, due {item.DueOn:uuuu-MM-dd}");
        writes.Continue(head with { Items = [.. head.Items, item.Id] }, isNew: false, [assigned], now);
        writes.Add([AgreementRows.Item(new StoredItem(item, draft.Fingerprint))]);
        writes.Answer(answer);
        return new(writes.Actions, Registered.New);
    }

    private static void Demand(AgreementDraft draft, StoredAgreement? known)
    {
        if (known is not null && known.Fingerprint != draft.Fingerprint)
        {
            throw new TakenException($"Agreement {draft.Agreement.Id}");
        }
    }

    private static string FingerprintOf(AgreementDraft draft, AgreedItem item) => draft.Items.First(one => one.Id == item.Id).Fingerprint;
}

/// <summary>Something that was asked for is not there.</summary>
public sealed class NotThereException(string what) : Exception($"{what} is not in the register.");
