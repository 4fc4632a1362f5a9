using FollowUp.Faults;
using FollowUp.Phrases;

namespace FollowUp.Items;

/// <summary>A verb that an item refuses. The message names the item, the verb and the reason.</summary>
public sealed class ItemRefusedException(Refusal refusal, string message) : Exception(message)
{
    public Refusal Refusal { get; } = refusal;

    /// <summary>Where in the request the trouble lies, as a JSON Pointer; null where it is not one field.</summary>
    public string? Pointer { get; private init; }

    internal static ItemRefusedException NotAllowed(AgreedItem item, string verb, string by, string who) =>
        new(Refusal.NotAllowed, RefusalPhrases.NotAllowed.Fill(item.Id, verb, by, who));

    internal static ItemRefusedException NotNow(AgreedItem item, string verb) => NotNow(item, verb, Why(item));

    internal static ItemRefusedException NotNow(AgreedItem item, string verb, string why) =>
        new(Refusal.NotNow, RefusalPhrases.NotNow.Fill(item.Id, verb, why));

    /// <param name="fault">Ends in the item's id.</param>
    internal static ItemRefusedException Impossible(
        AgreedItem item, string pointer, PhraseTemplate fault, params ReadOnlySpan<object?> values) =>
        new(Refusal.Impossible, fault.Fill([.. values, item.Id])) { Pointer = pointer };

    internal static string Why(AgreedItem item) => item switch
    {
        { Withdrawal: { } withdrawal } => StatePhrases.Withdrawn.Fill(withdrawal.By, withdrawal.At),
        { Confirmation: { } confirmation } => StatePhrases.Confirmed.Fill(confirmation.By, confirmation.At),
        { Completion: { } completion } => StatePhrases.Reported.Fill(completion.By, completion.At),
        { AssignedAt: null } => StatePhrases.NotAssigned.Fill((object)item.DependsOn),
        _ => StatePhrases.NotReported.Text,
    };
}
