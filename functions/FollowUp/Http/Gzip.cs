using System.IO.Compression;
using FollowUp.Parsing;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>Bodies that were packed on the way (RFC 9110, 8.4): gzip is read, nothing else.</summary>
internal static class Gzip
{
    private const string Truncated =
        "The body is not one whole gzip file, as Content-Encoding says: it may have been cut off on the way. Send it again, or unpacked.";

    private const string Nested = "The body is packed with gzip twice over: pack it once, and say Content-Encoding: gzip.";

    private static ReadOnlySpan<byte> Sentinel => "whole so far"u8;

    /// <summary>
    /// A mark, packed as one more member of the file, which may have any number of them (RFC 1952, 2.2). The library reads a file that was
    /// cut off, or has something behind it, without an error; then the mark does not come out behind it, and that alone shows it.
    /// </summary>
    private static readonly byte[] CompressedSentinel = Compress(Sentinel);

    /// <exception cref="UnsupportedMediaTypeException">It says that it is packed in another way.</exception>
    public static bool IsDeclared(HttpRequest request)
    {
        string coding = request.Headers.ContentEncoding.ToString().Trim().ToLowerInvariant();
        return coding switch
        {
            "" or "identity" => false,
            "gzip" or "x-gzip" => true,
            _ => throw new UnsupportedMediaTypeException(
                $"Content-Encoding: {coding} is not read; gzip is, once, or nothing packed at all.", "Accept-Encoding", "gzip"),
        };
    }

    /// <summary>Stops as soon as there is too much of it, however well it was packed.</summary>
    /// <exception cref="MalformedBodyException">It is not gzip, or not all of it.</exception>
    /// <exception cref="BodyTooLargeException">It unpacks to more than <paramref name="max"/> bytes.</exception>
    public static ReadOnlyMemory<byte> Decompress(ReadOnlyMemory<byte> packed, int max)
    {
        if (packed.IsEmpty)
        {
            return packed;
        }

        byte[] room = new byte[max + Sentinel.Length + 1];
        int length;
        try
        {
            using GZipStream unpacking = new(new MemoryStream([.. packed.Span, .. CompressedSentinel]), CompressionMode.Decompress);
            length = unpacking.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            throw new MalformedBodyException(Truncated);
        }

        return length == room.Length ? throw new BodyTooLargeException(max)
            : !room.AsSpan(0, length).EndsWith(Sentinel) ? throw new MalformedBodyException(Truncated)
            : ContentSniffer.IsGzip(room) ? throw new MalformedBodyException(Nested)
            : room.AsMemory(0, length - Sentinel.Length);
    }

    private static byte[] Compress(ReadOnlySpan<byte> text)
    {
        using MemoryStream packed = new();
        using (GZipStream packing = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            packing.Write(text);
        }

        return packed.ToArray();
    }
}
