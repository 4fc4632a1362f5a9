using System.Text;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>The body of one request, read whole within its limit, and unpacked.</summary>
public sealed record RequestBody(ReadOnlyMemory<byte> Bytes, HttpRequest Request)
{
    /// <param name="max">Of bytes, as sent and as unpacked.</param>
    /// <param name="types">As which it may come: JSON alone, unless it is said.</param>
    /// <exception cref="BodyTooLargeException">It has more than <paramref name="max"/> bytes.</exception>
    /// <exception cref="UnsupportedMediaTypeException">It is of another type, or packed in a way that is not read.</exception>
    /// <exception cref="MalformedBodyException">It is not packed as it says.</exception>
    public static async Task<RequestBody> Read(
        HttpRequest request, CancellationToken cancel, int max = Limits.BodyBytes, params string[] types)
    {
        ContentType type = ContentType.Parse(request, types);
        bool isPacked = Gzip.IsDeclared(request);
        if (request.ContentLength > max)
        {
            throw new BodyTooLargeException(max);
        }

        ReadOnlyMemory<byte> sent = await ReadAll(request, cancel, max);
        ReadOnlyMemory<byte> bytes = isPacked ? Gzip.Decompress(sent, max) : sent;
        type.RequireMatch(bytes.Span);
        return new(bytes, request);
    }

    /// <summary>For calls without a body: one that is sent is refused, since it would be passed over in silence (law 18).</summary>
    /// <exception cref="InvalidInputException">There is one.</exception>
    public static async Task RequireEmpty(HttpRequest request, CancellationToken cancel)
    {
        if (await request.Body.ReadAsync(new byte[1], cancel) > 0)
        {
            throw new InvalidInputException("", "is not read by this call: leave it out");
        }
    }

    private static string Hash(string text) => Fingerprints.HashOfBytes(Encoding.UTF8.GetBytes(text));

    private static async Task<ReadOnlyMemory<byte>> ReadAll(HttpRequest request, CancellationToken cancel, int max)
    {
        using MemoryStream bytes = new();
        byte[] piece = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(piece, cancel)) > 0;)
        {
            bytes.Write(piece, 0, read);
            if (bytes.Length > max)
            {
                throw new BodyTooLargeException(max);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>What is kept of the request where an Idempotency-Key came with it; null where none did.</summary>
    /// <exception cref="InvalidInputException">The key is empty or too long, or there are several.</exception>
    public IdempotencyRecord? IdempotencyKey() => Http.IdempotencyKey.Of(Request) is { } key
        ? new(Hash($"{Request.Path} {key}"), Hash($"{Request.Method} {Request.Path} {Fingerprints.HashOfBytes(Bytes.Span)}"))
        : null;
}
