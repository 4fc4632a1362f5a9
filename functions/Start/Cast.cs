using System.Globalization;
using System.Text.Json;
using FollowUp.LocalHost.Hosting;

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
    /// <exception cref="SettingException">It is no JSON.</exception>
    public static IReadOnlyList<Act> Read(string file)
    {
        using JsonDocument cast = JsonFile.Read(file);
        return cast.RootElement.ValueKind == JsonValueKind.Array
            ? [.. cast.RootElement.EnumerateArray().Select((act, index) => Act(file, index, act)).OrderBy(act => act.At)]
            : throw new UsageException($"{file} is no cast: it must be a list of what people do, each with at, method and path.");
    }

    private static Act Act(string file, int index, JsonElement act)
    {
        try
        {
            return Act(act);
        }
        catch (Exception wrong)
            when (wrong is KeyNotFoundException or FormatException or InvalidOperationException or ArgumentNullException)
        {
            string what = wrong is FormatException
                ? wrong.Message
                : "it must be an object with at, method and path as texts, and expect as a number.";
            throw new UsageException($"{file} is no cast; of what people do, number {index + 1} cannot be done: {what}");
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
            At(act.GetProperty("at").GetString()!),
            method,
            PathOf(act.GetProperty("path").GetString()!),
            act.TryGetProperty("body", out JsonElement body) && body.ValueKind != JsonValueKind.Null ? body.GetRawText() : null,
            act.TryGetProperty("expect", out JsonElement expect) ? Status(expect) : null);
    }

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)
            ? at : throw new FormatException($"at must be an instant like 2019-11-21T09:00:00+08:00, not {text}.");

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
        bool isWhole = rooted.StartsWith("/api/", StringComparison.Ordinal) || rooted.StartsWith("/board", StringComparison.Ordinal);
        return isWhole ? rooted : "/api" + rooted;
    }
}
