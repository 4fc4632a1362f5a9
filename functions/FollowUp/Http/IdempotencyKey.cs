using FollowUp.Parsing;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>The name that a caller gives a request, so that sending it again does not do it again.</summary>
internal static class IdempotencyKey
{
    private const string Header = "Idempotency-Key";

    /// <summary>A key is a name for a request, not a place to keep things.</summary>
    private const int LengthMax = 128;

    /// <summary>Refuses what the call would pass over (law 18).</summary>
    /// <param name="isTaken">Whether it registers, adds or changes an item: what else there is may be repeated as it is.</param>
    /// <exception cref="InvalidInputException">The key means nothing here, is empty or too long, or there are several.</exception>
    public static void Validate(HttpRequest request, bool isTaken)
    {
        if (Of(request) is not null && !isTaken)
        {
            throw new InvalidInputException(
                $"/{Header}", "is taken by calls that register, add or change an item; this one may be repeated as it is: leave it out");
        }
    }

    /// <summary>Null where there is none.</summary>
    /// <exception cref="InvalidInputException">The key is empty or too long, or there are several.</exception>
    public static string? Of(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var header))
        {
            return null;
        }

        string key = header.ToString();
        return header.Count == 1 && key.Length is > 0 and <= LengthMax
            ? key
            : throw new InvalidInputException(
                $"/{Header}", header.Count > 1 ? "is given more than once" : $"must have 1 to {LengthMax} characters");
    }
}
