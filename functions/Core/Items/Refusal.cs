namespace FollowUp.Items;

public enum Refusal
{
    /// <summary>The person may not do this.</summary>
    NotAllowed,

    /// <summary>The item's state does not allow it now.</summary>
    NotNow,

    /// <summary>What was asked for cannot be, for this item as it stands.</summary>
    Impossible,
}
