using System.Security.Cryptography;
using System.Text;

namespace FollowUp.CommandLine.Client;

/// <summary>One call of the API, the same however often it must be sent.</summary>
internal sealed record ApiCall(HttpMethod Method, string Path)
{
    public const string Json = "application/json";
    public const string AnyFile = "application/octet-stream";

    private const int KeyBytes = 16;

    public ReadOnlyMemory<byte>? Body { get; init; }

    public string MediaType { get; init; } = Json;

    /// <summary>Made once a command: sent again, the call is done once.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The version that was decided on.</summary>
    public string? IfMatch { get; init; }

    public static ApiCall Get(string path) => new(HttpMethod.Get, path);

    public static ApiCall Post(string path, ReadOnlyMemory<byte> json) => new(HttpMethod.Post, path) { Body = json };

    /// <summary>The same, to be done once.</summary>
    public ApiCall Once() => this with { IdempotencyKey = RandomNumberGenerator.GetHexString(2 * KeyBytes, lowercase: true) };

    /// <summary>Its body as text; null where it has none.</summary>
    public string? Text() => Body is { } body ? Encoding.UTF8.GetString(body.Span) : null;

    public HttpRequestMessage ToRequest()
    {
        HttpRequestMessage request = new(Method, Path);
        if (Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new(MediaType) } };
        }

        Add(request, "Idempotency-Key", IdempotencyKey);
        Add(request, "If-Match", IfMatch);
        return request;
    }

    private static void Add(HttpRequestMessage request, string header, string? value)
    {
        if (value is not null && !request.Headers.TryAddWithoutValidation(header, value))
        {
            throw new UsageException($"{header} cannot be {value}.");
        }
    }
}
