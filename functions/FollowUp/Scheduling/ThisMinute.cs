using System.Collections.Concurrent;
using FollowUp.Ledger;
using NodaTime;

namespace FollowUp.Scheduling;

/// <summary>
/// Posts for which this host did something that need not be done again before their minute is over: one letter may carry the
/// notices of a whole ministry.
/// </summary>
internal sealed class ThisMinute(TimeProvider clock)
{
    private readonly ConcurrentDictionary<LetterKey, bool> posts = new();

    public bool Has(LetterKey letterKey) => posts.ContainsKey(letterKey) && !IsOver(letterKey);

    public void Add(LetterKey letterKey)
    {
        if (posts.TryAdd(letterKey, true))
        {
            foreach (LetterKey old in posts.Keys.Where(IsOver))
            {
                _ = posts.TryRemove(old, out _);
            }
        }
    }

    public bool IsOver(LetterKey letterKey) => clock.GetUtcNow() >= (letterKey.Minute + Duration.FromMinutes(1)).ToDateTimeOffset();
}
