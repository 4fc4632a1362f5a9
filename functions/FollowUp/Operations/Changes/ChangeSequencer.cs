using System.Security.Cryptography;
using FollowUp.Storage;

namespace FollowUp.Operations.Changes;

/// <summary>
/// Puts what journals have beyond the log into its next lines. What it does not come to, the next run finds: how far each journal is in the
/// log stands beside the lines, in the same transaction, so that no entry is left out and none is there twice.
/// </summary>
public sealed class ChangeSequencer(ChangeLogStore log, AgreementIndex index, AgreementQueries queries)
{
    /// <summary>Reads of one small row each.</summary>
    private const int AtOnce = 32;

    /// <summary>What others appended meanwhile is not to be appended again: each attempt has less to do.</summary>
    private const int AttemptsMax = 8;

    /// <summary>Begins a log where there is none, and has everything in it that happened so far.</summary>
    /// <exception cref="ContentionException">Another host is at it.</exception>
    public async Task<ChangeLog> Begin(CancellationToken cancel)
    {
        if (await log.Find(cancel) is null)
        {
            await log.Begin(RandomNumberGenerator.GetHexString(12, lowercase: true), cancel);
        }

        for (int attempt = 0; attempt < AttemptsMax; attempt++)
        {
            if (await CatchUp(cancel) is { } current)
            {
                return current;
            }
        }

        throw new ContentionException("The log of changes");
    }

    /// <returns>The log as it is then; null where there is none, or another host is writing it.</returns>
    public async Task<ChangeLog?> CatchUp(CancellationToken cancel)
    {
        ChangeLog? current = await log.Find(cancel);
        if (current is null)
        {
            return null;
        }

        // After the log itself: whoever moves an end moves the log, and what is appended to it as it was is refused.
        IReadOnlyDictionary<string, int> ends = await log.Ends(cancel);
        foreach ((string Agreement, int From, int To)[] some in (await Beyond(ends, cancel)).Chunk(ChangeLogStore.LinesMax))
        {
            long next = current.Next;
            ChangeLine[] lines = [.. some.Select((one, n) => new ChangeLine(next + n, one.Agreement, one.From, one.To))];
            if (await log.Append(current, lines, cancel) is not { } longer)
            {
                return null;
            }

            current = longer;
        }

        return current;
    }

    private async Task<IEnumerable<(string Agreement, int From, int To)>> Beyond(
        IReadOnlyDictionary<string, int> ends, CancellationToken cancel)
    {
        List<string> agreements = await index.Agreements(AgreementIndex.FirstId, cancel).ToListAsync(cancel);
        int[] last = new int[agreements.Count];
        await Parallel.ForAsync(
            0, agreements.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (at, stop) => last[at] = await queries.JournalEnd(agreements[at], stop) ?? 0);
        return agreements.Select((agreement, at) => (agreement, ends.GetValueOrDefault(agreement) + 1, last[at]))
            .Where(one => one.Item2 <= one.Item3);
    }
}
