using FollowUp.Phrases;

namespace FollowUp.Ledger;

/// <summary>What word of a letter that will never arrive says, to those who must hear of it.</summary>
public static class AlarmPhrases
{
    public static PhraseTemplate NoticeRefused { get; } = new("notice-refused", "A notice to {to} was refused: {why:text}");

    public static Vocabulary Vocabulary { get; } = new(NoticeRefused);

    /// <summary>What an explanation in the ledger says of another notice; null where it explains a day.</summary>
    public static Phrase? Read(string? explanation) =>
        Vocabulary.Read(explanation) is { } alarm ? alarm.With("reason", ReasonPhrases.Read((string)alarm.Args["why"])) : null;
}
