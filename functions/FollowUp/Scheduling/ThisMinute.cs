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
    private readonly ConcurrentDictionary<Post, bool> posts = new();

    public bool Has(Post post) => posts.ContainsKey(post) && !IsOver(post);

    public void Add(Post post)
    {
        if (posts.TryAdd(post, true))
        {
            foreach (Post old in posts.Keys.Where(IsOver))
            {
                _ = posts.TryRemove(old, out _);
            }
        }
    }

    public bool IsOver(Post post) => clock.GetUtcNow() >= (post.Minute + Duration.FromMinutes(1)).ToDateTimeOffset();
}
