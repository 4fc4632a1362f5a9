using FollowUp.Calendars;
using FollowUp.Phrases;

namespace FollowUp.Items;

/// <summary>What an item warns its readers of. Its row holds the sentences; they are said as data when it is read.</summary>
public static class WarningPhrases
{
    public static PhraseTemplate RegisteredLate { get; } = new(
        "registered-late", "It was registered after its due date, {dueOn:date}: reminders before that day are recorded as skipped.");

    public static PhraseTemplate CalendarEnds { get; } = new(
        "calendar-ends", "Calendar {calendar} is known through {knownThrough:date} only: later days count by the weekend alone.");

    /// <summary>Steps on the way that lie behind the end of it.</summary>
    public static PhraseTemplate StagesAfterDue { get; } = new(
        "stages-after-due", "It is due on {dueOn:date}, before its own stages: {stages:ids}.");

    /// <summary>A plan speaks to levels alone that the chain does not have.</summary>
    public static PhraseTemplate LevelsMissing { get; } = new(
        "levels-missing", "Plan {plan} tells nobody in {rungs:rungs}: the chain of agreement {agreement} has {levels:number}.");

    /// <summary>One person in several parts, and what comes of it.</summary>
    public static PhraseTemplate SeveralParts { get; } = new(
        "several-parts",
        "{who} is {roles:all}: told once[; nobody else confirms what they report, or decides on their extensions{alone:flag}]"
        + "[; where it is about them, the next one above is told instead{above:flag}].");

    public static PhraseTemplate WordTooLate { get; } = new(
        "word-too-late",
        "Plan {plan} lets {role} know when no word comes, but later than word is asked for: that ends {days:number} days before the due date, and they will not hear.");

    public static PhraseTemplate NextNotOpened { get; } = new(
        "next-not-opened", "The next occurrence, due {dueOn:date}, was not opened: {why:text}. Register it by hand.");

    public static PhraseTemplate AgreementFull { get; } = new("agreement-full", "agreement {agreement} has {items:number} items already");
    public static PhraseTemplate IdTaken { get; } = new("id-taken", "another item is called {item}");

    public static Vocabulary Vocabulary { get; } =
        new(RegisteredLate, StagesAfterDue, CalendarEnds, LevelsMissing, SeveralParts, WordTooLate, NextNotOpened);

    /// <summary>Why an occurrence was not opened.</summary>
    public static Vocabulary NotOpened { get; } = new(AgreementFull, IdTaken, NoWorkingDayException.Phrase);

    /// <summary>Null for what an earlier version warned of in other words.</summary>
    public static Phrase? Read(string warning) => Vocabulary.Read(warning) is { } phrase
        ? phrase.Code == NextNotOpened.Code ? phrase.With("reason", NotOpened.Read((string)phrase.Args["why"])) : phrase
        : null;
}
