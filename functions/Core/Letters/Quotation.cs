using FollowUp.Items;
using FollowUp.Plans;

namespace FollowUp.Letters;

/// <summary>What somebody wrote that a notice is about, and who (their id); nothing of either where nobody did.</summary>
internal readonly record struct Quotation(string? Said, string? By)
{
    public static Quotation Of(NoticeFacts facts) => (facts.Row.Key.Ladder, facts.Item) switch
    {
        (LadderName.Returned, { Returns: [.., var last] }) => new(last.Reason, last.By),
        (LadderName.Confirmation, { Completion: { } report }) => new(report.Evidence.Note, report.By),
        (LadderName.Extension, _) when ExtensionOf(facts) is { } asked => new(asked.Reason, asked.By),
        (LadderName.Answered, _) when ExtensionOf(facts)?.Decision is { } decided => new(decided.Note, decided.By),
        (LadderName.Moved, { DueChanges: [.., var moved] }) => new(moved.Reason, moved.By),
        (LadderName.Handover, { HandOvers: [.., var handed] }) => new(handed.Reason, handed.By),
        (LadderName.Waiting, { Suspensions: [.., var waiting] }) => new(waiting.Reason, waiting.By),
        (LadderName.Question, _) when QuestionOf(facts) is { } asked => new(asked.Text, asked.By),
        (LadderName.Reply, _) when QuestionOf(facts)?.Reply is { } reply => new(reply.Text, reply.By),
        (LadderName.Escalated, _) when EscalationOf(facts) is { } escalated => new(escalated.Reason, escalated.By),
        (LadderName.Closing, { Withdrawal: { } withdrawal }) => new(withdrawal.Reason, withdrawal.By),
        (LadderName.Closing, { Confirmation: { } confirmation }) => new(confirmation.Note, confirmation.By),
        (LadderName.Undelivered, _) => new(facts.Row.Explanation, null),
        _ => default,
    };

    /// <summary>The question that a notice is about; null where it is about none.</summary>
    public static Question? QuestionOf(NoticeFacts facts) => facts.Row.Key.Ladder is LadderName.Question or LadderName.Reply
        ? facts.Item.Questions.FirstOrDefault(one => one.Number == facts.Row.Key.AnchorRevision)
        : null;

    /// <summary>What was sent up, where a notice is about that; else null.</summary>
    public static DeliberateEscalation? EscalationOf(NoticeFacts facts) => facts.Row.Key.Ladder == LadderName.Escalated
        ? facts.Item.Escalations.FirstOrDefault(one => one.Number == facts.Row.Key.AnchorRevision)
        : null;

    /// <summary>The request that a notice is about; null where it is about none.</summary>
    public static Extension? ExtensionOf(NoticeFacts facts) =>
        facts.Row.Key.Ladder is LadderName.Extension or LadderName.Answered
            ? facts.Item.Extensions.FirstOrDefault(one => one.Number == facts.Row.Key.AnchorRevision)
            : null;
}
