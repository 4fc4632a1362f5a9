using FollowUp.Answers;
using FollowUp.Values;

namespace FollowUp.Letters;

/// <summary>
/// What a letter's reader sets their rhythm by without signing in: whose it is, in a form that nobody else can write
/// (<see cref="SignedText"/>; its sort is <c>r1</c>). It opens nothing else, and duties are not cancelled by it: so it has no end but that
/// of its key.
/// </summary>
public static class RhythmToken
{
    /// <summary>An id, in base64, with a signature.</summary>
    public const int LengthMax = 200;

    private static readonly SignedText Form = new("r1", LengthMax);

    public static string Sign(string person, LinkKeys keys) => Form.Sign(person, keys);

    /// <returns>Whose it is; null where none of these keys signed exactly this.</returns>
    public static string? Read(string token, LinkKeys keys) =>
        Form.Read(token, keys) is { } person && Identifier.IsValid(person) ? person : null;

    /// <summary>Whether it looks like one, and neither key made it.</summary>
    public static bool IsOfOtherKey(string token, LinkKeys keys) => Form.IsOfOtherKey(token, keys);
}
