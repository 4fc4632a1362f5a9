using System.Security.Cryptography;
using FollowUp.Delivery.Webhooks;
using FollowUp.Storage;
using FollowUp.Webhooks;
using NodaTime;

namespace FollowUp.Operations.Changes;

/// <summary>A webhook that somebody asks for.</summary>
public sealed record WebhookDraft(string Id, string Kind, string Url, IReadOnlyList<string> Types, string? Language);

/// <summary>What admins do with webhooks.</summary>
public sealed class WebhookDesk(
    WebhookStore webhooks, ChangeSequencer sequencer, WebhookPosts posts, WebhookSender sender, TimeProvider clock)
{
    /// <summary>It is told what happens from now on; what was before, whoever wants it reads.</summary>
    /// <exception cref="TakenException">There is one of that id.</exception>
    public async Task<Webhook> Add(WebhookDraft draft, CancellationToken cancel)
    {
        ChangeLog log = await sequencer.Begin(cancel);
        Webhook made = new(
            draft.Id, draft.Kind, draft.Url, draft.Types, clock.Now(), [new(WebhookSignature.NewSecret(), null)], new(log.Id, log.Next, 0))
        {
            Language = draft.Language,
        };
        return await webhooks.Add(made, cancel) ? made : throw TakenException.OfWebhook(draft.Id);
    }

    public async Task<IReadOnlyList<Webhook>> All(CancellationToken cancel) =>
        [.. (await webhooks.All(cancel)).Select(one => one.Webhook)];

    public Task<Webhook> Remove(string id, CancellationToken cancel) => webhooks.Remove(id, cancel);

    public Task<Webhook> Resume(string id, CancellationToken cancel) => webhooks.Change(id, one => one.Resume(), cancel);

    /// <summary>A new secret; the one before counts for a day.</summary>
    public Task<Webhook> Rotate(string id, CancellationToken cancel)
    {
        (string secret, Instant now) = (WebhookSignature.NewSecret(), clock.Now());
        return webhooks.Change(id, one => one.Rotate(secret, now), cancel);
    }

    /// <summary>One post that says nothing, now; whatever comes of it, the webhook is as before.</summary>
    public async Task<WebhookAnswer> Test(string id, CancellationToken cancel)
    {
        Webhook webhook = (await webhooks.Find(id, cancel) ?? throw WebhookStore.Missing(id)).Webhook;
        string test = $"test/{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        return await sender.Post(webhook.Url, posts.OfTest(webhook, test, clock.Now()), cancel);
    }
}
