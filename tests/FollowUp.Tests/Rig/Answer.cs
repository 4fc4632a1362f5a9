using System.Text.Json.Nodes;
using FollowUp.Tests.Http.Rig.Contract;

namespace FollowUp.Tests.Rig;

/// <summary>What the app answered to a call.</summary>
public sealed record Answer(int Status, JsonNode? Body, string Text, HttpResponseMessage Message)
{
    public string? ETag => Message.Headers.ETag?.Tag;

    /// <summary>The stable name of a problem, like <c>not-allowed</c>; null for what is none.</summary>
    public string? Problem =>
        Message.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? ((string?)Body?["type"])?.Replace("/problems/", "", StringComparison.Ordinal)
            : null;

    /// <summary>Where a problem points to in the body, in its order.</summary>
    public IReadOnlyList<string> Pointers => [.. (Body?["errors"]?.AsArray() ?? []).Select(error => (string)error!["pointer"]!)];

    public override string ToString() => $"{Status} {Text}";

    internal static async Task<Answer> Of(HttpResponseMessage message, CancellationToken cancel)
    {
        string text = await message.Content.ReadAsStringAsync(cancel);
        bool isJson = message.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
            && text.Length > 0;
        Demand(message, text);
        return new((int)message.StatusCode, isJson ? JsonNode.Parse(text) : null, text, message);
    }

    /// <summary>Whatever is answered in any test is what the contract says.</summary>
    private static void Demand(HttpResponseMessage message, string text)
    {
        (HttpMethod method, string path) = (message.RequestMessage!.Method, message.RequestMessage.RequestUri!.AbsolutePath);
        AnswerCheck.Fault(method, path, (int)message.StatusCode, message.Content.Headers.ContentType?.MediaType, text)
            .Should().BeNull("docs/openapi.json says what is answered to {0} {1}, and not {2}", method, path, text);
    }
}
