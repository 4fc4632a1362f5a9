using FollowUp.Following;
using FollowUp.Items;
using FollowUp.Journal;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>Changes items by their verbs: read, decide, commit with what happened (law 2).</summary>
public sealed class Changes(Commits commits, AgreementFiles files, DueIndex due, Catalogue catalogue, ItemContext context)
{
    /// <param name="verb">Pure; the very same item back means that nothing changed.</param>
    /// <param name="happened">What the journal says of it, from the item before and after.</param>
    /// <param name="revision">The revision the caller saw; null when they do not care.</param>
    /// <exception cref="KeyReusedException">The idempotency key came with another request before.</exception>
    /// <exception cref="NotThereException">No such agreement or item.</exception>
    /// <exception cref="StaleException">The item has another revision by now.</exception>
    /// <exception cref="ItemRefusedException">The verb refused.</exception>
    public async Task<Changed> Change(
        string agreement, string item, int? revision, Func<AgreedItem, Terms, AgreedItem> verb, Func<AgreedItem, AgreedItem, IEnumerable<Happening>> happened,
        Answer? answer, Instant now, CancellationToken cancel)
    {
        return await commits.Run(agreement, Decide, cancel);

        async Task<Proposal<Changed>> Decide()
        {
            Task<StoredAgreement?> reading = files.Head(agreement, cancel);
            StoredItem? read = await files.FindItem(agreement, item, cancel);
            if (await reading is not { IsActive: true } head || read is null)
            {
                throw new NotThereException($"Item {item} of agreement {agreement}");
            }

            // A call that is repeated because its answer was lost names the revision from before it took effect.
            bool isStale = revision is not null && revision != read.Item.Revision;
            bool isRepeated = answer is not null && await files.IsAnswered(agreement, answer, cancel);
            AgreedItem changed = isRepeated ? read.Item : Done(verb, read.Item, await context.Terms(read.Item, cancel), isStale);
            if (ReferenceEquals(changed, read.Item))
            {
                return Proposal<Changed>.Nothing(new(read.Item, IsNew: false, []));
            }

            if (isStale)
            {
                throw new StaleException(read.Item);
            }

            // Before the change, so that the sweep looks at them even if everything after the commit is lost.
            IReadOnlyList<string> freed = read.Item.IsOpen && !changed.IsOpen ? await files.WaitingFor(agreement, item, cancel) : [];
            await due.Mark(agreement, item, now, cancel);
            await due.Mark(agreement, freed, now, cancel);
            await catalogue.Put(read.Item, changed, now, cancel);
            bool isElsewhere = changed.DueOn != read.Item.DueOn || changed.Owner != read.Item.Owner;
            changed = (isElsewhere ? (await context.Of(changed, cancel)).Settle(changed) : changed) with { NextAt = now };
            Transaction writes = new(agreement);
            writes.Continue(head, isNew: false, happened(read.Item, changed), now);
            writes.Replace(read, changed);
            writes.Answer(answer);
            return new(writes.Writes, new(changed with { Revision = read.Item.Revision + 1 }, IsNew: true, freed));
        }
    }

    /// <summary>To somebody who saw an older item, that it has changed says more than that it refuses.</summary>
    private static AgreedItem Done(Func<AgreedItem, Terms, AgreedItem> verb, AgreedItem item, Terms terms, bool isStale)
    {
        try
        {
            return verb(item, terms);
        }
        catch (ItemRefusedException refused) when (isStale && refused.Refusal == Refusal.NotNow)
        {
            throw new StaleException(item);
        }
    }
}

/// <summary>The item after a verb.</summary>
/// <param name="IsNew">False when the verb had happened before.</param>
/// <param name="Freed">Items that waited for this one, and may be assigned now: their clocks are to look.</param>
public sealed record Changed(AgreedItem Item, bool IsNew, IReadOnlyList<string> Freed);

/// <summary>The caller decided on an older revision.</summary>
public sealed class StaleException(AgreedItem item)
    : Exception($"Item {item.Id} has changed since: it is at revision {item.Revision}. Read it again and decide anew.");
