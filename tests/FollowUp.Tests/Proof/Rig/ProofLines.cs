using System.Security.Cryptography;

namespace FollowUp.Tests.Proof.Rig;

/// <summary>A proof file as its lines, without their ends.</summary>
internal static class ProofLines
{
    /// <summary>Not of a notice that is on its way, which only the file's own digest seals.</summary>
    public static bool IsRecord(byte[] line) => line.AsSpan().StartsWith("{\"seq\":"u8)
        || (line.AsSpan().StartsWith("{\"item\":"u8) && line.AsSpan().IndexOf("\"state\":\"planned\""u8) < 0);

    public static byte[] Whole(IEnumerable<byte[]> lines)
    {
        using MemoryStream file = new();
        foreach (byte[] line in lines)
        {
            file.Write(line);
            file.Write("\n"u8);
        }

        return file.ToArray();
    }

    /// <summary>Of all but the last.</summary>
    public static string Digest(IEnumerable<byte[]> lines) => Convert.ToHexStringLower(SHA256.HashData(Whole(lines.SkipLast(1))));
}
