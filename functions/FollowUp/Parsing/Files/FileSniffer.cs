using System.Text.Unicode;

namespace FollowUp.Parsing.Files;

/// <summary>Finds of what kind a content is, by what is in it: names and headers say what somebody would like it to be.</summary>
internal static class FileSniffer
{
    /// <summary>signedData, 1.2.840.113549.1.7.2, as DER has it.</summary>
    private static readonly byte[] SignedData = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];

    /// <summary>Null for a kind that is not taken.</summary>
    public static FileType? TypeOf(ReadOnlyMemory<byte> content)
    {
        ReadOnlySpan<byte> bytes = content.Span;
        return bytes.StartsWith("%PDF-"u8) ? FileType.Pdf
            : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? FileType.Png
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileType.Jpeg
            : bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) ? FileType.Tiff
            : bytes.StartsWith("PK\u0003\u0004"u8) ? ArchiveSniffer.TypeOf(content)
            : IsSigned(bytes) ? FileType.Signature
            : IsText(bytes) ? FileType.Text
            : null;
    }

    /// <summary>A sequence, whose length takes one to five bytes, that begins with the word for signed data.</summary>
    private static bool IsSigned(ReadOnlySpan<byte> bytes) =>
        bytes is [0x30, ..] && bytes[..Math.Min(bytes.Length, 6 + SignedData.Length)].IndexOf(SignedData) is >= 2 and <= 6;

    /// <summary>Markup is none: programs run it where it is shown.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) && bytes.TrimStart("\uFEFF \t\r\n\f"u8) is not ([] or [(byte)'<', ..]) && !HasControl(bytes);

    private static bool HasControl(ReadOnlySpan<byte> bytes)
    {
        foreach (byte one in bytes)
        {
            if (one is 0x7F or (< 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')))
            {
                return true;
            }
        }

        return false;
    }
}
