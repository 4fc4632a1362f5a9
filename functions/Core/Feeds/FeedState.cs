namespace FollowUp.Feeds;

/// <summary>How what is due stands, as a calendar says it before the title.</summary>
public enum FeedState
{
    /// <summary>To be done by that day.</summary>
    Open,

    /// <summary>Not assigned yet, since others come first: the day may move.</summary>
    NotBegun,

    /// <summary>The other side must move first: the day will move.</summary>
    Waiting,

    /// <summary>Reported, and not confirmed.</summary>
    Reported,

    /// <summary>Confirmed; of a stage, that it is behind us.</summary>
    Done,

    /// <summary>No longer to be done.</summary>
    Withdrawn,

    /// <summary>To be done by somebody else.</summary>
    HandedOver,
}
