namespace FollowUp.Plans;

/// <summary>
/// The ladders there are, in the order in which a timetable shows those that share a moment. Their names are stored: in the ledger's
/// keys and rows, and in plans.
/// </summary>
public enum LadderName
{
    /// <summary>From the day the item was assigned, until the owner signs for it.</summary>
    Receipt,

    /// <summary>Around the due date, while the item is open and not reported.</summary>
    Due,

    /// <summary>From the due date, while the item is open and not reported.</summary>
    Overdue,

    /// <summary>From the day the item was assigned, while its due date is more than <see cref="Plan.ProgressHorizon"/> days away.</summary>
    Progress,

    /// <summary>
    /// Around the due date, while the item is not assigned since it waits for others: the coordinator is told what it costs.
    /// </summary>
    Blocked,

    /// <summary>From the day completion was reported, until the issuer confirms or returns.</summary>
    Confirmation,

    /// <summary>From the day waiting for the other side began, while it lasts.</summary>
    Waiting,

    /// <summary>From the day the issuer sent the item back: the owner is told at once, with the reason.</summary>
    Returned,

    /// <summary>From the day an extension was asked for, until the issuer answers.</summary>
    Extension,

    /// <summary>From the day the issuer answered it: the owner is told at once.</summary>
    Answered,

    /// <summary>From the day the due date was moved otherwise: the owner is told at once.</summary>
    Moved,

    /// <summary>From the day the item changed hands: the former owner hears it, and then nothing more.</summary>
    Handover,

    /// <summary>Once, when the item is confirmed or withdrawn.</summary>
    Closing,

    /// <summary>
    /// From the first day on which somebody is back whose notices went to others meanwhile: they hear of these. No plan has rungs for it.
    /// </summary>
    Absence,

    /// <summary>A notice was refused for good: the coordinator is told at once. No plan has rungs for it.</summary>
    Undelivered,

    /// <summary>
    /// From the last word that anybody gave about the item, until its due date: each word begins it anew.
    /// </summary>
    Silence,

    /// <summary>
    /// Week by week while the item is late, open and not reported: the levels are told of it with everything else that is late below them.
    /// No plan has rungs for it; <see cref="Plan.Review"/> says the day.
    /// </summary>
    Review,

    /// <summary>
    /// From the day somebody sent the item up: the next level, and whoever is to know, hear it at once. No plan has rungs of its own
    /// for it.
    /// </summary>
    Escalated,

    /// <summary>From the day owner or issuer asked the other something, until they answer. No plan has rungs of its own for it.</summary>
    Question,

    /// <summary>From the day they answered: whoever asked is told at once. No plan has rungs of its own for it.</summary>
    Reply,
}
