using System.Buffers.Binary;
using System.IO.Compression;
using FollowUp.Registers;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>Bodies that were packed on the way (RFC 9110, 8.4): gzip is read, nothing else.</summary>
internal static class Gzip
{
    /// <summary>Ten bytes of head, an empty block of two, the check sum and the length (RFC 1952).</summary>
    private const int LengthMin = 20;

    private const string NotWhole = "The body is not one whole gzip file, as Content-Encoding says: it may have been cut off on the way. Send it again, or unpacked.";

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

        byte[] room = new byte[max + 1];
        int length;
        try
        {
            using GZipStream unpacking = new(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            length = unpacking.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            throw new MalformedException(NotWhole);
        }

        // What was cut off ends without a word; only the length that is written at the end tells.
        return length > max ? throw new BodyTooLargeException(max)
            : packed.Length < LengthMin || BinaryPrimitives.ReadUInt32LittleEndian(packed.Span[^sizeof(uint)..]) != length ? throw new MalformedException(NotWhole)
            : room.AsMemory(0, length);
    }
}
