namespace FollowUp.Items;

public enum Refusal
{
    /// <summary>The person may not do this.</summary>
    NotAllowed,

    /// <summary>The item's state does not allow it now.</summary>
    NotNow,
}

/// <summary>A verb that an item refuses. The message names the item, the verb and the reason.</summary>
public sealed class ItemRefusedException(Refusal refusal, string message) : Exception(message)
{
    public Refusal Refusal { get; } = refusal;

    internal static ItemRefusedException NotAllowed(AgreedItem item, string verb, string by, string who) =>
        new(Refusal.NotAllowed, $"Item {item.Id} cannot be {verb} by {by}: only {who} may do that.");

    internal static ItemRefusedException NotNow(AgreedItem item, string verb) =>
        new(Refusal.NotNow, $"Item {item.Id} cannot be {verb}: {Why(item)}.");

    private static string Why(AgreedItem item) => item switch
    {
        { Withdrawal: { } withdrawal } => $"it was withdrawn by {withdrawal.By} at {withdrawal.At}",
        { Confirmation: { } confirmation } => $"it was confirmed by {confirmation.By} at {confirmation.At}",
        { Completion: { } completion } => $"its completion was reported by {completion.By} at {completion.At} and awaits the issuer",
        _ => "nobody has reported its completion",
    };
}
