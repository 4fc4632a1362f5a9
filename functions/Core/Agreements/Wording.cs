using System.Text.Json.Serialization;

namespace FollowUp.Agreements;

/// <summary>
/// One text in the languages it exists in: at least one of <c>en</c>, <c>zh</c>, <c>ru</c>. All of them are equally
/// authentic; a reader gets their own, or whichever there is.
/// </summary>
public sealed record Wording
{
    public string? En { get; init; }
    public string? Zh { get; init; }
    public string? Ru { get; init; }

    public static IReadOnlyList<string> Languages { get; } = ["en", "zh", "ru"];

    [JsonIgnore]
    public bool IsEmpty => En is null && Zh is null && Ru is null;

    /// <summary>The text in <paramref name="language"/>, else in the first language that it exists in.</summary>
    public string TextIn(string language) =>
        (language switch { "zh" => Zh, "ru" => Ru, _ => En }) ?? En ?? Zh ?? Ru ?? "";
}
