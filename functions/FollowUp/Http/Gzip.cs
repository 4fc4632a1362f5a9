using System.IO.Compression;
using FollowUp.Parsing;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>Bodies that were packed on the way (RFC 9110, 8.4): gzip is read, nothing else.</summary>
internal static class Gzip
{
    private const string NotWhole = "The body is not one whole gzip file, as Content-Encoding says: it may have been cut off on the way. Send it again, or unpacked.";
    private const string Twice = "The body is packed with gzip twice over: pack it once, and say Content-Encoding: gzip.";

    private static ReadOnlySpan<byte> Head => [0x1F, 0x8B];

    private static ReadOnlySpan<byte> End => "whole so far"u8;

    /// <summary>
    /// The end, packed as one more member of the file, which may have any number of them (RFC 1952, 2.2). What was cut off, or has something
    /// behind it, is read without a word: only that this does not come out behind it tells.
    /// </summary>
    private static readonly byte[] PackedEnd = Packed(End);

    /// <exception cref="UnsupportedBodyException">It says that it is packed in another way.</exception>
    public static bool IsSaid(HttpRequest request)
    {
        string coding = request.Headers.ContentEncoding.ToString().Trim().ToLowerInvariant();
        return coding switch
        {
            "" or "identity" => false,
            "gzip" or "x-gzip" => true,
            _ => throw new UnsupportedBodyException($"Content-Encoding: {coding} is not read; gzip is, once, or nothing packed at all.", "Accept-Encoding", "gzip"),
        };
    }

    /// <summary>Stops as soon as there is too much of it, however well it was packed.</summary>
    /// <exception cref="MalformedException">It is not gzip, or not all of it.</exception>
    /// <exception cref="BodyTooLargeException">It unpacks to more than <paramref name="max"/> bytes.</exception>
    public static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> packed, int max)
    {
        if (packed.IsEmpty)
        {
            return packed;
        }

        byte[] room = new byte[max + End.Length + 1];
        int length;
        try
        {
            using GZipStream unpacking = new(new MemoryStream([.. packed.Span, .. PackedEnd]), CompressionMode.Decompress);
            length = unpacking.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            throw new MalformedException(NotWhole);
        }

        return length == room.Length ? throw new BodyTooLargeException(max)
            : !room.AsSpan(0, length).EndsWith(End) ? throw new MalformedException(NotWhole)
            : room.AsSpan().StartsWith(Head) ? throw new MalformedException(Twice)
            : room.AsMemory(0, length - End.Length);
    }

    private static byte[] Packed(ReadOnlySpan<byte> text)
    {
        using MemoryStream packed = new();
        using (GZipStream packing = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            packing.Write(text);
        }

        return packed.ToArray();
    }
}
