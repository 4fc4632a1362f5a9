namespace FollowUp.Answers;

/// <summary>A scope in a form that nobody else can write, as <see cref="SignedText"/> has it; its sort is <c>v1</c>.</summary>
public static class AnswerToken
{
    /// <summary>Four ids of forty characters and four numbers, in base64, with a signature.</summary>
    public const int LengthMax = 400;

    private static readonly SignedText Form = new("v1", LengthMax);

    public static string Sign(AnswerScope scope, LinkKeys keys) => Form.Sign(ScopeText.Write(scope), keys);

    /// <summary>
    /// The scope, where one of these keys signed exactly this. Whether it still counts is <see cref="Answering"/>'s to say.
    /// </summary>
    public static AnswerScope? Read(string token, LinkKeys keys) => Form.Read(token, keys) is { } text ? ScopeText.Read(text) : null;

    /// <summary>Whether it looks like one, and neither key made it: keys are replaced, and links of the one before the last end.</summary>
    public static bool IsOfOtherKey(string token, LinkKeys keys) => Form.IsOfOtherKey(token, keys);
}
