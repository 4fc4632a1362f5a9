using System.Globalization;
using FollowUp.Answers;
using FollowUp.Values;

namespace FollowUp.Feeds;

/// <summary>
/// The secret part of a calendar address: the scope in a form that nobody else can write (<see cref="SignedText"/>; its sort is
/// <c>f1</c>). It opens nothing but what it names, and whoever has it reads that.
/// </summary>
public static class FeedToken
{
    /// <summary>Two words, an id and a number, in base64, with a signature.</summary>
    public const int LengthMax = 200;

    private static readonly SignedText Form = new("f1", LengthMax);

    public static string Sign(FeedScope scope, LinkKeys keys) => Form.Sign(Write(scope), keys);

    /// <returns>Null where none of these keys signed exactly this. Whether it still counts, its generation says.</returns>
    public static FeedScope? Read(string token, LinkKeys keys) => Form.Read(token, keys) is { } text ? Parse(text) : null;

    /// <summary>Whether it looks like one, and neither key made it.</summary>
    public static bool IsOfOtherKey(string token, LinkKeys keys) => Form.IsOfOtherKey(token, keys);

    private static string Write(FeedScope scope) =>
        string.Create(CultureInfo.InvariantCulture, $"{scope.Kind} {scope.Id} {scope.Language} {scope.Generation}");

    /// <returns>Null for what <see cref="Write"/> would never write.</returns>
    private static FeedScope? Parse(string text) =>
        text.Split(' ') is [var kind, var id, var language, var number] && FeedKind.All.Contains(kind)
        && Identifier.IsValid(id) && Identifier.IsValid(language)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int generation) && generation > 0
        && new FeedScope(kind, id, language, generation) is var scope && Write(scope) == text
            ? scope
            : null;
}
