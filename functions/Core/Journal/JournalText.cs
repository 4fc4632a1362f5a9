using FollowUp.Agreements;
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

    public static string OfFile(EvidenceFile file) => JournalPhrases.EvidenceAdded.Fill(file.Name, file.Size, file.Sha256);

    /// <summary>What a report goes by, as it was given; null where it says nothing.</summary>
    public static string? OfReport(AgreedItem item) => item.Completion!.Evidence switch
    {
        { Kind: Evidence.File, Ref: { } sha256 } => JournalPhrases.Reported.Fill(item.FileOf(sha256)?.Name, sha256),
        var evidence => evidence.Ref ?? evidence.Note,
    };

    public static string OfRequest(AgreedItem item, LocalDate dueOn, string reason) =>
        JournalPhrases.ExtensionAsked.Fill([dueOn, .. DueDate(item), reason]);

    public static string OfAnswer(AgreedItem item, string? note) => JournalPhrases.ExtensionGranted.Fill([.. DueDate(item), note]);

    public static string OfRescheduling(AgreedItem item, string reason) => JournalPhrases.Rescheduled.Fill([.. DueDate(item), reason]);

    public static string OfHandOver(AgreedItem item, string reason) =>
        JournalPhrases.HandedOver.Fill(item.HandOvers[^1].From, item.Owner, reason);

    public static string OfQuestion(AgreedItem item) => JournalPhrases.QuestionAsked.Fill(item.Questions[^1].Of, item.Questions[^1].Text);

    public static string OfEscalation(AgreedItem item)
    {
        DeliberateEscalation last = item.Escalations[^1];
        return JournalPhrases.Escalated.Fill(last.To, last.Level, last.Reason);
    }

    /// <param name="part">A word of <see cref="ItemPart"/>.</param>
    public static string OfReassignment(string part, IReadOnlyList<string> from, IReadOnlyList<string> to, string reason) =>
        JournalPhrases.Reassigned.Fill(part, from.Count == 0 ? null : from, to.Count == 0 ? null : to, reason);

    /// <param name="field">A word of <see cref="AmendedField"/>.</param>
    /// <param name="reason">Null where none was given.</param>
    public static string OfAmendment(string field, string? was, string now, string? reason) =>
        JournalPhrases.Amended.Fill(field, was ?? "", now, reason);

    /// <summary>All that was put right together, an entry each.</summary>
    public static IEnumerable<string> OfAmendments(AgreedItem before, AgreedItem after, string? reason) =>
        AmendedField.All.Where(field => before.Wording(field) != after.Wording(field))
            .Select(field => OfAmendment(field, before.Wording(field), after.Wording(field) ?? "", reason));

    public static string OfAmendment(AgreementAmendment made, string? reason) => made.Clause is { } clause
        ? JournalPhrases.ClauseAmended.Fill(clause, made.Field, made.Was, made.Now, reason)
        : JournalPhrases.Amended.Fill(made.Field, made.Was, made.Now, reason);

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
