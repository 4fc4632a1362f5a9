using System.Text.Json;

namespace FollowUp.CommandLine.Client;

/// <summary>What the server answered, as it came.</summary>
internal sealed record ServerAnswer(int Status, string? MediaType, ReadOnlyMemory<byte> Body)
{
    /// <summary>A store that must be mended is not mended by asking again.</summary>
    private const string Broken = "/problems/store-broken";

    /// <summary>Strict where a missing text would be shown as one.</summary>
    public static JsonSerializerOptions Reading { get; } = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public string? ETag { get; init; }

    /// <summary>How long the server asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsDone => Status is >= 200 and < 300;

    /// <summary>Whether the same call may be taken in a moment.</summary>
    public bool IsTransient => Status is 429 or 502 or 503 or 504 && Problem?.Type != Broken;

    /// <summary>Whether the fault is the server's, and not what it was asked.</summary>
    public bool IsFailure => Status is 429 or >= 500;

    public Problem? Problem => IsDone ? null : Client.Problem.Read(Body.Span);

    /// <summary>Why it said no.</summary>
    public string Why => Problem?.Text is { Length: > 0 } text ? text : Status switch
    {
        >= 300 and < 400 => "The address leads elsewhere, as pages for signing in do. --server must name FollowUp itself.",
        401 or 403 => $"It does not let this caller in ({Status}). {Credential.HowTo}",
        _ => $"It answered {Status}, and not in FollowUp's words; is --server right?",
    };

    /// <exception cref="UnreachableException">It is not what FollowUp answers.</exception>
    public T Read<T>()
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Body.Span, Reading) ?? throw new JsonException();
        }
        catch (JsonException foreign)
        {
            throw new UnreachableException("What answered is not FollowUp, or another version of it; is --server right?", foreign);
        }
    }
}
