using NodaTime;

namespace FollowUp.Items;

/// <summary>How some items kept their dates. Pure: of the items as they stand, and of now.</summary>
/// <param name="Extensions">Granted ones, of all of them.</param>
/// <param name="Moved">How many of them are due on another day than was agreed.</param>
/// <param name="SlippageMedian">
/// In days, of those that moved; null where none did. Of an even number, the mean of the two in the middle.
/// </param>
/// <param name="SlippageLargest">Null where none moved.</param>
public sealed record Figures(
    int Items, int DoneInTime, int DoneLate, int Late, int InTime, int Withdrawn, int Extensions, int Moved, double? SlippageMedian,
    int? SlippageLargest)
{
    public static Figures Of(IReadOnlyCollection<AgreedItem> items, Instant now)
    {
        ILookup<Outcome, AgreedItem> by = items.ToLookup(item => item.OutcomeAt(now));
        int[] slipped = [.. items.Select(item => item.Slippage()).Where(days => days != 0).Order()];
        return new(
            items.Count, Count(Outcome.DoneInTime), Count(Outcome.DoneLate), Count(Outcome.Late), Count(Outcome.InTime),
            Count(Outcome.Withdrawn), items.Sum(item => item.CountGranted()), slipped.Length, MedianOf(slipped),
            slipped.Length == 0 ? null : slipped[^1]);

        int Count(Outcome outcome) => by[outcome].Count();
    }

    private static double? MedianOf(int[] sorted) =>
        sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
}
