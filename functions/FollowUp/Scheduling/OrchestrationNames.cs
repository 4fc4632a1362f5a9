namespace FollowUp.Scheduling;

/// <summary>
/// The names by which instances that run know their orchestrations and events. They are stored with every instance, on Azure and here:
/// they stay as they are, whatever the classes come to be called.
/// </summary>
public static class OrchestrationNames
{
    public const string FollowItem = "FollowItem";

    public const string DeliverLetters = "DeliverLetters";

    public const string DeliverPost = "DeliverPost";

    public const string CarryOutSuccession = "CarryOutSuccession";

    /// <summary>The event that has an item's orchestration look again.</summary>
    public const string Changed = "changed";
}
