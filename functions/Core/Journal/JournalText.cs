using FollowUp.Items;
using NodaTime;

namespace FollowUp.Journal;

/// <summary>What the journal says and quotes of an item, so that an export tells the whole story of its slippage (law 10).</summary>
public static class JournalText
{
    /// <summary>An item came in: handed to its owner at once, or waiting for others.</summary>
    public static JournalEvent OfAcceptance(AgreedItem item) => item.AssignedAt is null
        ? new(EventNames.Registered, item.Id, item.Coordinator, JournalPhrases.Registered.Fill(item.DependsOn, item.DueOn))
        : OfAssignment(item, item.Coordinator);

    /// <param name="by">Null where the clock did it: what it waited for was closed, or it came round.</param>
    public static JournalEvent OfAssignment(AgreedItem item, string? by) =>
        new(EventNames.Assigned, item.Id, by, JournalPhrases.Assigned.Fill(item.Owner, item.DueOn));

    public static string OfRequest(AgreedItem item, LocalDate dueOn, string reason) =>
        JournalPhrases.ExtensionAsked.Fill([dueOn, .. DueDate(item), reason]);

    public static string OfAnswer(AgreedItem item, string? note) => JournalPhrases.ExtensionGranted.Fill([.. DueDate(item), note]);

    public static string OfRescheduling(AgreedItem item, string reason) => JournalPhrases.Rescheduled.Fill([.. DueDate(item), reason]);

    public static string OfHandOver(AgreedItem item, string reason) =>
        JournalPhrases.HandedOver.Fill(item.HandOvers[^1].From, item.Owner, reason);

    /// <param name="part">A word of <see cref="ItemPart"/>.</param>
    public static string OfReassignment(string part, IReadOnlyList<string> from, IReadOnlyList<string> to, string reason) =>
        JournalPhrases.Reassigned.Fill(part, from.Count == 0 ? null : from, to.Count == 0 ? null : to, reason);

    /// <param name="field">A word of <see cref="AmendedField"/>.</param>
    public static string OfAmendment(string field, string? was, string now, string reason) =>
        JournalPhrases.Amended.Fill(field, was ?? "", now, reason);

    /// <summary>How much waiting moved the due date.</summary>
    public static string OfResumption(AgreedItem item) =>
        JournalPhrases.Resumed.Fill([item.Suspensions[^1].Ended!.WorkingDays, .. DueDate(item)]);

    /// <summary>
    /// When it is due, when it was at first, how far that is from it, and how often it was extended; null for what did not happen.
    /// </summary>
    private static object?[] DueDate(AgreedItem item)
    {
        (int days, int granted) = (item.Slippage(), item.CountGranted());
        return [item.DueOn, days == 0 ? null : item.OriginalDueOn, days == 0 ? null : days, granted == 0 ? null : granted];
    }
}
