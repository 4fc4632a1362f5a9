using FollowUp.Phrases;

namespace FollowUp.Faults;

/// <summary>What can be wrong with the address of a webhook.</summary>
public static class WebhookFaults
{
    public static PhraseTemplate NotAddress { get; } = new(
        "not-a-webhook-address",
        "must be an address like https://hooks.office.example/followup: https at port 443, with no user and no # in it; "
        + "the setting Webhooks:AllowedOrigins allows others by name");

    public static PhraseTemplate NotPublic { get; } = new(
        "webhook-address-not-public", "leads to no public address; the setting Webhooks:AllowedOrigins allows such origins by name");

    public static PhraseTemplate NotForKind { get; } = new("not-for-kind", "is for webhooks of the kind {kind} alone: leave it out");

    public static Vocabulary Vocabulary { get; } = new(NotAddress, NotPublic, NotForKind);
}
