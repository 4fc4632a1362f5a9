using System.Text;

namespace FollowUp.Tables.Sqlite;

/// <summary>
/// Keys as bytes whose order is the ordinal order of their characters, as Azure has it. UTF-8 has the same order but for characters
/// beyond the first 65 536, whose halves lie before the last of those; so each half is written like a character of its own.
/// </summary>
internal static class KeyBytes
{
    private const char FirstHalf = '\uD800';
    private const char LastHalf = '\uDFFF';

    /// <summary>Halves begin so, and are the only ones that do: its second byte is then A0 or more.</summary>
    private const byte HalfLead = 0xED;

    public static byte[] Encode(string key) =>
        key.AsSpan().ContainsAnyInRange(FirstHalf, LastHalf) ? Halved(key) : Encoding.UTF8.GetBytes(key);

    public static string Decode(ReadOnlySpan<byte> bytes) => bytes.Contains(HalfLead) ? Joined(bytes) : Encoding.UTF8.GetString(bytes);

    private static byte[] Halved(string key)
    {
        List<byte> bytes = new(3 * key.Length);
        foreach (char letter in key)
        {
            if (letter is >= FirstHalf and <= LastHalf)
            {
                bytes.AddRange((byte)(0xE0 | (letter >> 12)), (byte)(0x80 | ((letter >> 6) & 0x3F)), (byte)(0x80 | (letter & 0x3F)));
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([letter]));
            }
        }

        return [.. bytes];
    }

    private static string Joined(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length);
        while (!bytes.IsEmpty)
        {
            int next = bytes[1..].IndexOf(HalfLead) + 1;
            ReadOnlySpan<byte> some = next == 0 ? bytes : bytes[..next];
            if (some is [HalfLead, >= 0xA0, _, ..])
            {
                _ = text.Append((char)(0xD000 | ((some[1] & 0x3F) << 6) | (some[2] & 0x3F)));
                some = some[..3];
            }
            else
            {
                _ = text.Append(Encoding.UTF8.GetString(some));
            }

            bytes = bytes[some.Length..];
        }

        return text.ToString();
    }
}
