using FollowUp.Phrases;

namespace FollowUp.Ledger;

/// <summary>How a notice came to who really receives it (law 15), step by step: "A absent → B owns it → C".</summary>
public static class TracePhrases
{
    private const string Arrow = " → ";

    public static PhraseTemplate Absent { get; } = new("absent", "{who} absent");
    public static PhraseTemplate Owns { get; } = new("owns-it", "{who} owns it");
    public static PhraseTemplate StandsIn { get; } = new("stands-in-for", "{who} stands in for {other}");
    public static PhraseTemplate Reported { get; } = new("reported-it", "{who} reported it");
    public static PhraseTemplate AskedFor { get; } = new("asked-for-it", "{who} asked for it");
    public static PhraseTemplate WasAsked { get; } = new("was-asked", "{who} was asked");

    /// <summary>The last step: who receives it.</summary>
    public static PhraseTemplate Receives { get; } = new("receives", "{who}");

    public static Vocabulary Vocabulary { get; } = new(Absent, Owns, StandsIn, Reported, AskedFor, WasAsked, Receives);

    public static string Trace(IEnumerable<string> steps) => string.Join(Arrow, steps);

    /// <summary>Each step as data; null where there is no trace, or it is written in another way.</summary>
    public static IReadOnlyList<Phrase>? Read(string? trace)
    {
        Phrase?[]? steps = trace?.Split(Arrow).Select(Vocabulary.Read).ToArray();
        return steps?.All(step => step is not null) == true ? [.. steps.OfType<Phrase>()] : null;
    }
}
