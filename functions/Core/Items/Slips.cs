using NodaTime;

namespace FollowUp.Items;

public static class Slips
{
    public const int NearDays = 30;

    /// <summary>An owner who has not signed for an item after a week has probably not seen it.</summary>
    private const int UnsignedDays = 7;

    public static Slip SlipAt(this AgreedItem item, Instant now)
    {
        LocalDate today = item.DayOf(now);
        return item switch
        {
            { IsPending: false } or { IsWaiting: true } => Slip.None,
            _ when today > item.DueOn => Slip.Red,
            _ when item.IsBehind(today) => Slip.Yellow,
            _ when today >= item.DueOn.PlusDays(-NearDays) => Slip.Blue,
            _ => Slip.None,
        };
    }

    /// <summary>
    /// Days past the due date: up to today while its clock runs, else up to the day completion was reported or waiting began.
    /// </summary>
    public static int DaysLateAt(this AgreedItem item, Instant now)
    {
        Instant until = item.Completion?.At ?? item.Withdrawal?.At ?? (item.IsWaiting ? item.Suspensions[^1].At : now);
        return Math.Max(0, Period.DaysBetween(item.DueOn, item.DayOf(until)));
    }

    private static bool IsBehind(this AgreedItem item, LocalDate today) =>
        item.Returns.Count > 0
        || item.Stages.Any(stage => stage.Done is null && stage.DueOn < today)
        || (item.Receipt is null && item.HandedAt() is { } handed && item.DayOf(handed).PlusDays(UnsignedDays) < today);
}
