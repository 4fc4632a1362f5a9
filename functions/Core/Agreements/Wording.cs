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
    public string TextIn(string language) => In(language) ?? En ?? Zh ?? Ru ?? "";

    /// <summary>In which language <see cref="TextIn"/> is; null where there is no text.</summary>
    public string? LanguageFor(string language) =>
        In(language) is not null ? language : Languages.FirstOrDefault(other => In(other) is not null);

    /// <summary>The same with another text in one language.</summary>
    public Wording With(string language, string? text) => language switch
    {
        "en" => this with { En = text },
        "zh" => this with { Zh = text },
        "ru" => this with { Ru = text },
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "is no language of agreements"),
    };

    /// <summary>The text in exactly that language; null where there is none.</summary>
    public string? In(string language) => language switch { "en" => En, "zh" => Zh, "ru" => Ru, _ => null };
}
