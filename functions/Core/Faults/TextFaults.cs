using FollowUp.Phrases;

namespace FollowUp.Faults;

/// <summary>What can be wrong with the characters of a text.</summary>
public static class TextFaults
{
    public static PhraseTemplate NoCharacter { get; } = new("no-character", "must not hold {mark:text}, which is no character");
    public static PhraseTemplate Control { get; } = new("control-character", "must not hold control characters");
    public static PhraseTemplate NotOneLine { get; } = new("not-one-line", "must be one line, without {mark:text}");

    public static PhraseTemplate Invisible { get; } =
        new("invisible", "shows nothing: it is made of characters that nobody sees");

    public static PhraseTemplate Turns { get; } = new(
        "turns-direction", "must not hold {mark:text}, which turns the direction of writing; Arabic and Hebrew are read without it");

    public static PhraseTemplate TurnsOpen { get; } = new(
        "turns-direction",
        "must not hold {mark:text}, which turns the direction of writing, without its other half in the same paragraph; take it out");

    public static Vocabulary Vocabulary { get; } = new(NoCharacter, Control, NotOneLine, Invisible, Turns, TurnsOpen);
}
