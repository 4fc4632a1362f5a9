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

    public bool Has(LetterKey post) => posts.ContainsKey(post) && !IsOver(post);

    public void Add(LetterKey post)
    {
        if (posts.TryAdd(post, true))
        {
            foreach (LetterKey old in posts.Keys.Where(IsOver))
            {
                _ = posts.TryRemove(old, out _);
            }
        }
    }

    public bool IsOver(LetterKey post) => clock.GetUtcNow() >= (post.Minute + Duration.FromMinutes(1)).ToDateTimeOffset();
}
