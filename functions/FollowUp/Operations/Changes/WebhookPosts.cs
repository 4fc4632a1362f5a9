using System.Text.Json;
using FollowUp.Changes;
using FollowUp.Delivery;
using FollowUp.Delivery.Webhooks;
using FollowUp.Storage;
using FollowUp.Values;
using FollowUp.Webhooks;
using NodaTime;

namespace FollowUp.Operations.Changes;

/// <summary>What is posted to a webhook: an event that is signed, for programs, or a card, for people.</summary>
public sealed class WebhookPosts(TeamsCard card, MailSettings mail)
{
    public WebhookPost Of(Webhook webhook, LoggedChange change, Instant now) =>
        Of(webhook, change.Event, now, change.Agreement, change);

    /// <param name="id">By which a receiver knows it again.</param>
    public WebhookPost OfTest(Webhook webhook, string id, Instant now) =>
        Of(webhook, CloudEvent.Test(webhook.Id, id, now), now, null, null);

    private WebhookPost Of(Webhook webhook, CloudEvent told, Instant now, ListedAgreement? agreement, LoggedChange? change)
    {
        if (webhook.Kind == WebhookKind.Teams)
        {
            return new("application/json", JsonSerializer.SerializeToUtf8Bytes(
                card.Of(webhook.Language!, told.Data.Event, agreement?.Agreement, change?.Item, mail.BoardUrl), Json.Options), []);
        }

        byte[] body = JsonSerializer.SerializeToUtf8Bytes(told, Json.Options);
        return new(CloudEvent.MediaType, body, WebhookSignature.Headers(told.Id, now, body, webhook.LiveSecrets(now)));
    }
}
