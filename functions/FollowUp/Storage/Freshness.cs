namespace FollowUp.Storage;

/// <summary>How recent what is loaded must be.</summary>
public enum Freshness
{
    /// <summary>As the store has it now: at least one request.</summary>
    Current,

    /// <summary>
    /// As this host last read or wrote it; without a request where it knows it. For whoever commits what they make of it: the commit finds
    /// out whether it is still so, and whoever is refused by a verb would not. And for what never changes once it is there, as that an
    /// agreement is active.
    /// </summary>
    LastKnown,
}
