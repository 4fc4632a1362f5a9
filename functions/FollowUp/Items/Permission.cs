namespace FollowUp.Items;

/// <summary>Who may do what with an item.</summary>
internal static class Permission
{
    /// <exception cref="ItemRefusedException">They may not.</exception>
    public static void Demand(AgreedItem item, bool allowed, string verb, Actor by, string who)
    {
        if (!allowed)
        {
            throw ItemRefusedException.NotAllowed(item, verb, by.Person, who);
        }
    }
}
