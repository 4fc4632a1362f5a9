using FollowUp.Phrases;

namespace FollowUp.Watching;

/// <summary>What each alarm says; its code is the alarm's name.</summary>
public static class AlarmStatements
{
    private static readonly PhraseTemplate[] All =
    [
        new(AlarmNames.NoSweep, "No sweep has come to its end since {since:text}"),
        new(AlarmNames.Late, "What was due at {since:text} has not been looked at yet"),
        new(AlarmNames.LettersFailing, "No letter has been taken since {since:text}, and some wait"),
        new(AlarmNames.StoreAway, "The store has not answered since {since:text}"),
        new(AlarmNames.StoreRefuses, "The store has taken nothing since {since:text}"),
        new(AlarmNames.EngineAway, "The engine of orchestrations has done nothing since {since:text}"),
        new(AlarmNames.Poison, "Orchestrations that have failed, the first at {since:text}: {count:number}"),
        new(AlarmNames.ItemsFull, "Since {since:text} items are too full for all that happens to them to be written down"),
    ];

    public static Vocabulary Vocabulary { get; } = new(All);

    public static string Of(Alarm alarm) => Vocabulary.Say(Said(alarm));

    /// <summary>The same as data.</summary>
    public static Phrase Said(Alarm alarm) =>
        new Phrase(alarm.Name, new Dictionary<string, object> { ["since"] = alarm.Since.ToString() }).With("count", alarm.Count);
}
