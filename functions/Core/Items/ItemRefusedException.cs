namespace FollowUp.Items;

/// <summary>A verb that an item refuses. The message names the item, the verb and the reason.</summary>
public sealed class ItemRefusedException(Refusal refusal, string message) : Exception(message)
{
    public Refusal Refusal { get; } = refusal;

    /// <summary>Where in the request the trouble lies, as a JSON Pointer; null where it is not one field.</summary>
    public string? Pointer { get; private init; }

    internal static ItemRefusedException NotAllowed(AgreedItem item, string verb, string by, string who) =>
        new(Refusal.NotAllowed, $"Item {item.Id} cannot be {verb} by {by}: only {who} may do that.");

    internal static ItemRefusedException NotNow(AgreedItem item, string verb) => NotNow(item, verb, Why(item));

    internal static ItemRefusedException NotNow(AgreedItem item, string verb, string why) =>
        new(Refusal.NotNow, $"Item {item.Id} cannot be {verb}: {why}.");

    internal static ItemRefusedException Impossible(AgreedItem item, string pointer, string what) =>
        new(Refusal.Impossible, $"{what} (item {item.Id})") { Pointer = pointer };

    internal static string Why(AgreedItem item) => item switch
    {
        { Withdrawal: { } withdrawal } => $"it was withdrawn by {withdrawal.By} at {withdrawal.At}",
        { Confirmation: { } confirmation } => $"it was confirmed by {confirmation.By} at {confirmation.At}",
        { Completion: { } completion } => $"its completion was reported by {completion.By} at {completion.At} and awaits the issuer",
        { AssignedAt: null } => $"it is not assigned yet: it waits for {string.Join(", ", item.DependsOn)}",
        _ => "nobody has reported its completion",
    };
}
