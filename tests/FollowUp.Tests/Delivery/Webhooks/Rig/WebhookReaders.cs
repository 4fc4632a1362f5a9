using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Tests.Delivery.Rig;

namespace FollowUp.Tests.Delivery.Webhooks.Rig;

/// <summary>Programs of others that take webhooks (tests/WebhookReaders), which Node runs.</summary>
internal static class WebhookReaders
{
    private static readonly string Folder = Path.Combine(Checkout.Folder, "tests", "WebhookReaders");

    /// <returns>What they say to each.</returns>
    public static async Task<IReadOnlyList<JsonNode>> Read(IEnumerable<JsonObject> posts, CancellationToken cancel)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            throw new InvalidOperationException("The independent readers are not installed: npm ci --prefix tests/WebhookReaders");
        }

        IReadOnlyList<string> answers = await MailReaders.Run(
            "node", [Path.Combine(Folder, "read.mjs")], posts.Select(post => post.ToJsonString()), cancel);
        return [.. answers.Select(answer => JsonNode.Parse(answer)!)];
    }

    public static JsonObject Signed(Received post, params string[] secrets) => new()
    {
        ["secrets"] = JsonSerializer.SerializeToNode(secrets),
        ["headers"] = JsonSerializer.SerializeToNode(
            post.Headers.Where(header => header.Key.StartsWith("webhook-", StringComparison.Ordinal)).ToDictionary()),
        ["body"] = post.Body,
    };
}
