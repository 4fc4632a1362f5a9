namespace FollowUp.Journal;

/// <summary>The journal's words for what happened.</summary>
public static class EventNames
{
    public const string Registered = "registered";
    public const string Assigned = "assigned";
    public const string Signed = "signed";
    public const string Progress = "progress";

    /// <summary>A file was handed in; the text has its checksum in full.</summary>
    public const string EvidenceAdded = "evidence-added";

    public const string StageDone = "stage-done";
    public const string Reported = "reported";
    public const string Confirmed = "confirmed";
    public const string Returned = "returned";
    public const string Withdrawn = "withdrawn";
    public const string ExtensionAsked = "extension-asked";
    public const string ExtensionGranted = "extension-granted";
    public const string ExtensionRefused = "extension-refused";
    public const string Waiting = "waiting";
    public const string Resumed = "resumed";
    public const string HandedOver = "handed-over";
    public const string Rescheduled = "rescheduled";

    /// <summary>A part beside the owner's went to others.</summary>
    public const string Reassigned = "reassigned";

    /// <summary>Its words, kind, number or clause were put right; the text keeps the old one. Of an agreement, its words.</summary>
    public const string Amended = "amended";

    /// <summary>No further occurrence of it is to be opened.</summary>
    public const string SeriesEnded = "series-ended";

    /// <summary>Somebody sent it up, beside what its plan does.</summary>
    public const string Escalated = "escalated";

    public const string QuestionAsked = "question-asked";
    public const string QuestionAnswered = "question-answered";

    /// <summary>Moved to newer revisions of its plan and calendars.</summary>
    public const string Rebased = "re-based";

    /// <summary>A notice reached its final state; the text names the rung, the person and the state.</summary>
    public const string Notice = "notice";

    /// <summary>Every word there is, in no order that means anything.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Registered, Assigned, Signed, Progress, EvidenceAdded, StageDone, Reported, Confirmed, Returned, Withdrawn, ExtensionAsked,
        ExtensionGranted, ExtensionRefused, Waiting, Resumed, HandedOver, Rescheduled, Reassigned, Amended, SeriesEnded, Escalated,
        QuestionAsked, QuestionAnswered, Rebased, Notice,
    ];
}
