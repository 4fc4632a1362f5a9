using Azure.Core;

namespace FollowUp.Tables.Http;

/// <summary>What a request carries.</summary>
internal static class RequestBody
{
    /// <summary>Azure's limit for one request, a batch included.</summary>
    private const int BytesMax = 4 * 1024 * 1024;

    [ThreadStatic]
    private static MemoryStream? stream;

    /// <summary>Valid until this thread reads the next one.</summary>
    public static ReadOnlySpan<byte> Read(RequestContent? content)
    {
        stream ??= new(16 * 1024);
        stream.SetLength(0);
        content?.WriteTo(stream, CancellationToken.None);
        return stream.Length <= BytesMax
            ? stream.GetBuffer().AsSpan(0, (int)stream.Length)
            : throw new RefusedException(Refusal.RequestBodyTooLarge);
    }
}
