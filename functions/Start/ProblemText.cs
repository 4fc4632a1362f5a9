using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.Start;

/// <summary>What the app says no with, as people read it.</summary>
internal static class ProblemText
{
    /// <summary>Each fault on a line of its own, else what the problem says; the status where the answer is no problem.</summary>
    public static async Task<string> Read(HttpResponseMessage answer, CancellationToken cancel)
    {
        string body = await answer.Content.ReadAsStringAsync(cancel);
        if (Problem(body) is not { } problem)
        {
            return $"it answered {(int)answer.StatusCode}.";
        }

        IEnumerable<JsonObject> errors = (problem["errors"] as JsonArray ?? []).OfType<JsonObject>();
        string[] faults = [.. errors.Select(fault => $"\n  {fault["pointer"]}: {fault["detail"]}")];
        return faults.Length > 0 ? string.Concat(faults) : $"{problem["detail"] ?? problem["title"]}";
    }

    private static JsonObject? Problem(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
