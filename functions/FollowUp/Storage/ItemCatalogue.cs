using System.Collections.Concurrent;
using FollowUp.Concurrency;

namespace FollowUp.Storage;

/// <summary>
/// All items of all agreements in short, so that they can be counted and put in order without reading each. Never older than the call:
/// of each agreement the end of its journal is read (one small request), and its items again where it is not the one that is known.
/// Whatever changes an item, on whatever host, moves that end in the same transaction. Calls that come while it is read wait for
/// the next reading, which serves all of them. Lost with the process; a new one reads everything once. For several threads.
/// </summary>
public sealed class ItemCatalogue
{
    private const int ReadAtOnce = 32;

    private readonly AgreementIndex index;
    private readonly AgreementStore store;
    private readonly AgreementQueries queries;
    private readonly KeyedBatcher<string, IReadOnlyList<ListedAgreement>> readings;
    private readonly ConcurrentDictionary<string, ListedAgreement> known = new();

    public ItemCatalogue(AgreementIndex index, AgreementStore store, AgreementQueries queries)
    {
        (this.index, this.store, this.queries) = (index, store, queries);
        readings = new(ReadForAll, batchMax: 1_000, failsAll: _ => true);
    }

    /// <summary>Every agreement that is there, by id. None is left out that was registered before this call.</summary>
    public Task<IReadOnlyList<ListedAgreement>> Current(CancellationToken cancel) => readings.Submit("", "").WaitAsync(cancel);

    /// <summary>One agreement alone; nothing where there is none, or it is still being written.</summary>
    public async Task<IReadOnlyList<ListedAgreement>> Current(string agreement, CancellationToken cancel) =>
        await Read(agreement, cancel) is { } one ? [one] : [];

    private async Task<IReadOnlyList<IReadOnlyList<ListedAgreement>>> ReadForAll(string key, IReadOnlyList<string> callers)
    {
        IReadOnlyList<ListedAgreement> all = await ReadAll(CancellationToken.None);
        return [.. callers.Select(_ => all)];
    }

    private async Task<IReadOnlyList<ListedAgreement>> ReadAll(CancellationToken cancel)
    {
        List<string> ids = await index.Agreements(AgreementIndex.FirstId, cancel).ToListAsync(cancel);
        ListedAgreement?[] read = new ListedAgreement?[ids.Count];
        await Parallel.ForAsync(
            0, ids.Count, new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancel },
            async (at, stop) => read[at] = await Read(ids[at], stop));
        return [.. read.OfType<ListedAgreement>()];
    }

    private async Task<ListedAgreement?> Read(string agreement, CancellationToken cancel)
    {
        string? version = await queries.Version(agreement, cancel);
        if (version is null)
        {
            return null;
        }

        if (known.TryGetValue(agreement, out ListedAgreement? kept) && kept.Version == version)
        {
            return kept;
        }

        // The items after the head: what happens in between is in them already, and the next reading finds another head.
        StoredAgreement? head = await store.LoadAgreement(agreement, Freshness.Current, cancel);
        return head is { IsActive: true }
            ? known[agreement] = ListedAgreement.Of(head, await queries.Items(agreement, cancel))
            : null;
    }
}
