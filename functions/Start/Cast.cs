using System.Globalization;
using System.Text.Json;

namespace FollowUp.Start;

/// <summary>What somebody does at a moment: one HTTP call, and the status it should be answered with.</summary>
/// <param name="Expect">The status that was promised; null for any that is no refusal.</param>
internal sealed record Act(DateTimeOffset At, string Method, string Path, string? Body, int? Expect)
{
    public bool Meets(int status) => Expect is { } expected ? status == expected : status < 400;
}

internal static class Cast
{
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE"];

    /// <summary>A list of <c>{ "at", "method", "path", "body", "expect" }</c>, in the order of their moments.</summary>
    /// <exception cref="UsageException">The file is not one.</exception>
    public static IReadOnlyList<Act> Read(string file)
    {
        try
        {
            using JsonDocument cast = JsonDocument.Parse(File.ReadAllText(file));
            return [.. cast.RootElement.EnumerateArray().Select(Act).OrderBy(act => act.At)];
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new UsageException($"{file} is no cast: {wrong.Message}");
        }
    }

    private static Act Act(JsonElement act)
    {
        string method = act.GetProperty("method").GetString()!.ToUpperInvariant();
        if (!Methods.Contains(method))
        {
            throw new FormatException($"method must be one of {string.Join(", ", Methods)}, not {method}.");
        }

        return new(
            DateTimeOffset.Parse(act.GetProperty("at").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            method,
            PathOf(act.GetProperty("path").GetString()!),
            act.TryGetProperty("body", out JsonElement body) && body.ValueKind != JsonValueKind.Null ? body.GetRawText() : null,
            act.TryGetProperty("expect", out JsonElement expect) ? Status(expect) : null);
    }

    private static int? Status(JsonElement expect) => expect.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => expect.GetInt32(),
        _ => throw new FormatException($"expect must be a status like 200, not {expect}."),
    };

    /// <summary>Whole, or as in the table of calls: under <c>/api</c>.</summary>
    private static string PathOf(string path)
    {
        string rooted = "/" + path.TrimStart('/');
        return rooted.StartsWith("/api/", StringComparison.Ordinal) || rooted.StartsWith("/board", StringComparison.Ordinal) ? rooted : "/api" + rooted;
    }
}
