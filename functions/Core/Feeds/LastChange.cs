using FollowUp.Items;
using NodaTime;

namespace FollowUp.Feeds;

/// <summary>When an item became what it is.</summary>
internal static class LastChange
{
    /// <summary>The last moment at which anybody did something about it, or it was assigned; what the clock says of it is none.</summary>
    public static Instant ChangedAt(this AgreedItem item) => new[]
    {
        item.RegisteredAt, item.AssignedAt, item.Completion?.At, item.Confirmation?.At, item.Withdrawal?.At,
        item.Rebases.LastOrDefault()?.At, item.AmendedAt,
        item.Recurrence?.Ended?.At,
    }.OfType<Instant>().Concat(item.WordsOf()).DefaultIfEmpty(Instant.FromUnixTimeSeconds(0)).Max();
}
