using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Answers;

/// <summary>
/// A scope in a form that nobody else can write: <c>v1.{key}.{base64url of the scope}.{base64url of HMAC-SHA-256}</c>. There is one way to
/// write each, and every other is refused: no padding, no other alphabet, no bits to spare.
/// </summary>
public static class AnswerToken
{
    /// <summary>Four ids of forty characters and four numbers, in base64, with a signature.</summary>
    public const int LengthMax = 400;

    private const string Version = "v1";

    private static readonly int SignatureLength = Base64Url.GetEncodedLength(HMACSHA256.HashSizeInBytes);

    public static string Sign(AnswerScope scope, LinkKeys keys)
    {
        string signed = $"{Version}.{keys.Current.Name}.{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(ScopeText.Write(scope)))}";
        return $"{signed}.{Signature(signed, keys.Current)}";
    }

    /// <summary>
    /// The scope, where one of these keys signed exactly this. Whether it still counts is <see cref="Answering"/>'s to say.
    /// </summary>
    public static AnswerScope? Read(string token, LinkKeys keys)
    {
        if (Parts(token) is not var (name, payload, signature) || keys.Find(name) is not { } key)
        {
            return null;
        }

        string right = Signature(token[..(token.Length - SignatureLength - 1)], key);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(right))
            ? ScopeText.Read(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(payload)))
            : null;
    }

    /// <summary>Whether it looks like one, and neither key made it: keys are replaced, and links of the one before the last end.</summary>
    public static bool IsOfOtherKey(string token, LinkKeys keys) => Parts(token) is var (name, _, _) && keys.Find(name) is null;

    /// <returns>Null for what is not of the form.</returns>
    private static (string Key, string Payload, string Signature)? Parts(string token)
    {
        string[] parts = token.Length > LengthMax || !token.All(IsOfAlphabet) ? [] : token.Split('.');
        return parts is [Version, { Length: LinkKey.NameLength } key, { Length: > 0 } payload, var signature]
            && signature.Length == SignatureLength && IsCanonical(payload) && IsCanonical(signature)
            ? (key, payload, signature)
            : null;
    }

    private static bool IsOfAlphabet(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';

    private static bool IsCanonical(string part) =>
        Base64Url.IsValid(part) && Base64Url.EncodeToString(Base64Url.DecodeFromChars(part)) == part;

    private static string Signature(string signed, LinkKey key) => Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)));
}
