using System.Collections.Concurrent;
using FollowUp.Items;
using FollowUp.Storage;

namespace FollowUp.Operations;

/// <summary>Revisions that were read before: they never change, so one reading is enough.</summary>
internal sealed class RevisionCache<T>
    where T : class
{
    /// <summary>A register has dozens of plans and calendars; beyond this, forgetting all is simpler than choosing.</summary>
    private const int CountMax = 1_000;

    private readonly ConcurrentDictionary<FrozenRevision, T> known = new();

    /// <exception cref="NotFoundException">The store lost a revision that an item was frozen to.</exception>
    public async Task<T> Of(FrozenRevision revised, Func<string, int, Task<T?>> read)
    {
        if (known.TryGetValue(revised, out T? found))
        {
            return found;
        }

        if (known.Count >= CountMax)
        {
            known.Clear();
        }

        T fresh = await read(revised.Id, revised.Revision) ?? throw new NotFoundException($"Revision {revised.Revision} of {revised.Id}");
        return known.GetOrAdd(revised, fresh);
    }
}
