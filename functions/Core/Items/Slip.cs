namespace FollowUp.Items;

/// <summary>How an item stands against its dates at a glance: computed, never stored.</summary>
public enum Slip
{
    None,

    /// <summary>Due within <see cref="Slips.NearDays"/> days.</summary>
    Blue,

    /// <summary>Behind: a stage was missed, a report came back, or the receipt is not signed in time.</summary>
    Yellow,

    /// <summary>Overdue: from the first instant of the day after the due date, in the item's zone, until it is reported.</summary>
    Red,
}
