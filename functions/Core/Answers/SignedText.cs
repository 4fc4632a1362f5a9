using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Answers;

/// <summary>
/// A line of text in a form that nobody else can write: <c>{sort}.{key}.{base64url of the text}.{base64url of HMAC-SHA-256}</c>, where the
/// sort is signed too, so that what was signed as one is nothing as another. There is one way to write each, and every other is refused: no
/// padding, no other alphabet, no bits to spare.
/// </summary>
/// <param name="sort">What is signed: two letters and digits.</param>
/// <param name="lengthMax">Of the longest that there is; more is not looked at.</param>
internal sealed class SignedText(string sort, int lengthMax)
{
    private static readonly int SignatureLength = Base64Url.GetEncodedLength(HMACSHA256.HashSizeInBytes);

    public string Sign(string text, LinkKeys keys)
    {
        string signed = $"{sort}.{keys.Current.Name}.{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text))}";
        return $"{signed}.{Signature(signed, keys.Current)}";
    }

    /// <summary>The text, where one of these keys signed exactly this; compared in constant time.</summary>
    public string? Read(string token, LinkKeys keys)
    {
        if (Parts(token) is not var (name, payload, signature) || keys.Find(name) is not { } key)
        {
            return null;
        }

        string right = Signature(token[..(token.Length - SignatureLength - 1)], key);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(right))
            ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(payload))
            : null;
    }

    /// <summary>Whether it looks like one, and neither key made it.</summary>
    public bool IsOfOtherKey(string token, LinkKeys keys) => Parts(token) is var (name, _, _) && keys.Find(name) is null;

    /// <returns>Null for what is not of the form.</returns>
    private (string Key, string Payload, string Signature)? Parts(string token)
    {
        string[] parts = token.Length > lengthMax || !token.All(IsOfAlphabet) ? [] : token.Split('.');
        return parts is [var of, { Length: LinkKey.NameLength } key, { Length: > 0 } payload, var signature] && of == sort
            && signature.Length == SignatureLength && IsCanonical(payload) && IsCanonical(signature)
            ? (key, payload, signature)
            : null;
    }

    private static bool IsOfAlphabet(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';

    private static bool IsCanonical(string part) =>
        Base64Url.IsValid(part) && Base64Url.EncodeToString(Base64Url.DecodeFromChars(part)) == part;

    private static string Signature(string signed, LinkKey key) => Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)));
}
