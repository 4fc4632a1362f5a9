using FollowUp.Registers;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>The body of one request, read whole within its limit.</summary>
public sealed record Body(ReadOnlyMemory<byte> Bytes, HttpRequest Request)
{
    /// <summary>A key is a name for a request, not a place to keep things.</summary>
    private const int KeyMax = 128;

    /// <exception cref="BodyTooLargeException">It has more than <paramref name="max"/> bytes.</exception>
    public static async Task<Body> Read(HttpRequest request, CancellationToken cancel, int max = Limits.BodyBytes)
    {
        if (request.ContentLength > max)
        {
            throw new BodyTooLargeException(max);
        }

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

        return new(bytes.ToArray(), request);
    }

    /// <summary>The Idempotency-Key that came with it; null when the caller takes their chances.</summary>
    /// <exception cref="InvalidInputException">The key is empty or too long.</exception>
    public Answer? Key()
    {
        if (!Request.Headers.TryGetValue("Idempotency-Key", out var header))
        {
            return null;
        }

        string key = header.ToString();
        if (key.Length is 0 or > KeyMax)
        {
            throw new InvalidInputException("/Idempotency-Key", $"must have 1 to {KeyMax} characters");
        }

        string request = $"{Request.Method} {Request.Path} {Fingerprints.OfBytes(Bytes.Span)}";
        return new(Fingerprints.OfBytes(System.Text.Encoding.UTF8.GetBytes($"{Request.Path} {key}")), Fingerprints.OfBytes(System.Text.Encoding.UTF8.GetBytes(request)));
    }

    /// <summary>The revision that If-Match names; null without the header or with <c>*</c>.</summary>
    /// <exception cref="InvalidInputException">It is not an ETag that an item had.</exception>
    public int? Revision()
    {
        if (!Request.Headers.TryGetValue("If-Match", out var header) || header.ToString() == "*")
        {
            return null;
        }

        string tag = header.ToString().Trim('"');
        return int.TryParse(tag, out int revision)
            ? revision
            : throw new InvalidInputException("/If-Match", "must be the ETag of the item as it was read, like \"3\"");
    }
}
