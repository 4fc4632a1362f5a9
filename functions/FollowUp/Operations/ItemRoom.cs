using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Storage;

namespace FollowUp.Operations;

/// <summary>
/// An item is one row, and a row is full some day: how much of it each verb may fill, so that what closes an item, and what its clock
/// writes down, always finds room (law 20).
/// </summary>
internal static class ItemRoom
{
    /// <summary>What people say again and again: twenty times the longest text, or six hundred of the usual ones.</summary>
    private const int Words = 320_000;

    /// <summary>
    /// What answers them, and may come round: after it there is room for a completion and its confirmation, each of a text of which every
    /// character takes two, and more than ten thousand characters for the clock.
    /// </summary>
    private const int Answers = 400_000;

    /// <summary>So few texts are far from filling anything, and most items have no more: they need not be measured.</summary>
    private const int FewTexts = 2;

    /// <summary>How many characters the item may take after the verb of this name in the journal.</summary>
    private static int Max(string what) => what switch
    {
        EventNames.Signed or EventNames.StageDone or EventNames.Resumed => JsonColumns.LengthMax,
        EventNames.Reported or EventNames.Confirmed or EventNames.Withdrawn or EventNames.SeriesEnded => JsonColumns.LengthMax,
        EventNames.EvidenceAdded or EventNames.Returned or EventNames.HandedOver or EventNames.Reassigned or EventNames.Rebased => Answers,
        EventNames.ExtensionGranted or EventNames.ExtensionRefused or EventNames.QuestionAnswered => Answers,
        _ => Words,
    };

    /// <exception cref="RowFullException">The item would take more than the verb may fill.</exception>
    public static void Demand(AgreedItem after, string what)
    {
        if (TextsOf(after) > FewTexts && JsonColumns.LengthOf(after) is var length && Max(what) is var max && length > max)
        {
            throw new RowFullException(max == JsonColumns.LengthMax
                ? RefusalPhrases.ItemFull.Fill(after.Id, length - max)
                : RefusalPhrases.ItemNearlyFull.Fill(after.Id, length - max));
        }
    }

    /// <summary>
    /// The item as its clock may write it: as wanted, or where that does not fit, without what it can do without. Earlier versions let
    /// people fill the whole row.
    /// </summary>
    /// <param name="known">As it is written already.</param>
    /// <returns><paramref name="wanted"/> itself where it fits, or nothing does.</returns>
    public static AgreedItem Fit(AgreedItem wanted, AgreedItem known) =>
        TextsOf(wanted) <= FewTexts ? wanted : Smaller(wanted, known).FirstOrDefault(Fits) ?? wanted;

    /// <summary>
    /// What was new for its readers goes first, then who was told (law 14): that its clock goes on comes before everything.
    /// </summary>
    private static IEnumerable<AgreedItem> Smaller(AgreedItem wanted, AgreedItem known)
    {
        yield return wanted;
        AgreedItem smaller = wanted with { Warnings = known.Warnings, RecipientCalendars = known.RecipientCalendars };
        yield return smaller;
        yield return smaller with { ToldLate = known.ToldLate };
        yield return smaller with { ToldLate = known.ToldLate, Warnings = [] };
    }

    private static bool Fits(AgreedItem item) => JsonColumns.LengthOf(item) <= JsonColumns.LengthMax;

    private static int TextsOf(AgreedItem item) =>
        item.Progress.Count + item.EvidenceFiles.Count + item.Returns.Count + item.Extensions.Count + item.Suspensions.Count
        + item.HandOvers.Count + item.DueChanges.Count + item.Rebases.Count + item.Reassignments.Count + item.Escalations.Count
        + item.Questions.Count;
}
