using FollowUp.Webhooks;
using NodaTime;

namespace FollowUp.Http.Responses;

public sealed record WebhooksResponse(IEnumerable<WebhookResponse> Webhooks);

/// <summary>A webhook, without what opens it: of its address the origin, since the rest of it may be a secret.</summary>
/// <param name="Secret">Shown once, where it is made; absent everywhere else, and where nothing is signed.</param>
/// <param name="PreviousUntil">Until when posts are signed with the secret before, too; absent where they are not.</param>
/// <param name="TookAt">When it took something last.</param>
/// <param name="Failure">That it does not take what it is told; its <c>answer</c> is a status, or why there was none.</param>
/// <param name="Disabled">That it is told nothing any more: <c>gone</c> (it answered 410) or <c>tries-spent</c>.</param>
public sealed record WebhookResponse(
    string Id, string Kind, string Origin, IReadOnlyList<string> Types, string? Language, Instant Since, string? Secret,
    Instant? PreviousUntil, Instant? TookAt, WebhookFailure? Failure, WebhookEnd? Disabled)
{
    /// <param name="isNew">Whether its secret was made just now.</param>
    internal static WebhookResponse Of(Webhook webhook, Instant now, bool isNew = false) => new(
        webhook.Id, webhook.Kind, new Uri(webhook.Url).GetLeftPart(UriPartial.Authority), webhook.Types, webhook.Language, webhook.Since,
        isNew && webhook.Kind == WebhookKind.Events ? webhook.Secrets[0].Value : null,
        webhook.Secrets.Select(secret => secret.Until).FirstOrDefault(until => until > now), webhook.TookAt, webhook.Failure,
        webhook.Disabled);
}

/// <summary>What came of a test.</summary>
/// <param name="Answer">A status, or why there was none: <c>timeout</c>, <c>unreachable</c>, <c>forbidden-address</c>.</param>
public sealed record WebhookTestResponse(bool Taken, string Answer)
{
    internal static WebhookTestResponse Of(WebhookAnswer answer) => new(answer.IsTaken, answer.Word);
}
