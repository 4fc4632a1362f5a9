using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Answers;

/// <summary>A key that links are signed with. It never says what it is, but by its name, from which nobody gets it back.</summary>
public sealed class LinkKey
{
    /// <summary>As long as the signature: a shorter one would be what is guessed.</summary>
    public const int BytesMin = 32;

    /// <summary>Enough to tell two keys apart.</summary>
    internal const int NameLength = 8;

    /// <summary>So that a name says nothing about what else might be made of the same key.</summary>
    private static readonly byte[] NameOf = Encoding.ASCII.GetBytes("name of a FollowUp link key");

    private readonly byte[] secret;

    /// <param name="secret">At least <see cref="BytesMin"/> bytes.</param>
    public LinkKey(byte[] secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, BytesMin);
        this.secret = secret;
        Name = Convert.ToHexStringLower(HMACSHA256.HashData(secret, NameOf))[..NameLength];
    }

    /// <summary>Stands in each token, to find the key it was signed with.</summary>
    public string Name { get; }

    /// <returns>Null where it is no base64, or of too few bytes.</returns>
    public static LinkKey? Parse(string base64)
    {
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out int length) && length >= BytesMin ? new(bytes[..length]) : null;
    }

    internal byte[] Sign(ReadOnlySpan<byte> text) => HMACSHA256.HashData(secret, text);

    public override string ToString() => $"key {Name}";
}

/// <summary>The key that links are signed with, and the one before it, whose links live on until they end or it goes, too.</summary>
public sealed record LinkKeys(LinkKey Current, LinkKey? Previous)
{
    internal LinkKey? Find(ReadOnlySpan<char> name) =>
        name.SequenceEqual(Current.Name) ? Current
        : Previous is not null && name.SequenceEqual(Previous.Name) ? Previous
        : null;
}
