namespace FollowUp.Ledger;

public enum NoticeState
{
    /// <summary>Computed, not yet due: not in the ledger.</summary>
    Expected,

    /// <summary>Written down to be sent.</summary>
    Planned,
    Sent,

    /// <summary>Refused for good by the channel.</summary>
    Failed,

    /// <summary>Not sent, for a reason that stays.</summary>
    Skipped,

    /// <summary>Not sent, because a newer notice of its ladder said more.</summary>
    Superseded,
}
