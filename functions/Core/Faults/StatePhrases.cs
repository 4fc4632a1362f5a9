using FollowUp.Phrases;

namespace FollowUp.Faults;

/// <summary>Why an item takes no such verb as it stands.</summary>
public static class StatePhrases
{
    public static PhraseTemplate Withdrawn { get; } = new("withdrawn", "it was withdrawn by {by} at {at:text}");
    public static PhraseTemplate Confirmed { get; } = new("confirmed", "it was confirmed by {by} at {at:text}");

    public static PhraseTemplate Reported { get; } =
        new("reported", "its completion was reported by {by} at {at:text} and awaits the issuer");

    public static PhraseTemplate NotAssigned { get; } = new("not-assigned", "it is not assigned yet: it waits for {items:ids}");
    public static PhraseTemplate NotReported { get; } = new("not-reported", "nobody has reported its completion");
    public static PhraseTemplate HandedOver { get; } = new("link-handed-over", "it was handed over since the letter");
    public static PhraseTemplate NotAsked { get; } = new("not-asked", "nobody has asked for it");
    public static PhraseTemplate TooManyHands { get; } = new("too-many-hands", "it changed hands {max:number} times already");

    public static PhraseTemplate CoordinatorsOwn { get; } =
        new("coordinators-own", "its owner is the coordinator, to whom it would go");

    public static PhraseTemplate TooManyRebases { get; } = new("too-many-re-bases", "it was re-based {max:number} times already");

    public static PhraseTemplate TooManyReassignments { get; } =
        new("too-many-reassignments", "parts in it went to others {max:number} times already");

    public static PhraseTemplate OwnWorkWaits { get; } =
        new("own-work-waits", "{who} reported or asked for what its issuer is to decide on");

    public static PhraseTemplate TooManyWaits { get; } = new("too-many-waits", "it was suspended {max:number} times already");

    public static PhraseTemplate TooManyFiles { get; } = new("too-many-files", "it has {max:number} files already");

    public static PhraseTemplate Decided { get; } =
        new("extension-decided", "extension {number:number} was {decision} by {by} at {at:text}");

    public static PhraseTemplate Waits { get; } =
        new("waits", "it waits for the other side; its due date moves by the working days of that");

    public static PhraseTemplate WaitsOn { get; } = new("waits", "it waits for the other side; its due date moves when that ends");
    public static PhraseTemplate DoesNotWait { get; } = new("does-not-wait", "it does not wait for anybody");

    public static PhraseTemplate ExtensionOpen { get; } =
        new("extension-open", "extension {number:number}, to {dueOn:date}, still awaits the issuer");

    public static PhraseTemplate DuePassed { get; } =
        new("due-passed", "its due date, {dueOn:date}, has passed; the coordinator may reschedule it");

    public static PhraseTemplate ExtendedEnough { get; } =
        new("extended-enough", "it was extended {count:number} times already, and its plan allows {max:number}");

    public static PhraseTemplate AskedEnough { get; } =
        new("asked-enough", "an extension was asked for {max:number} times already");

    public static PhraseTemplate ComesNotRound { get; } = new("comes-not-round", "it is done once, and does not come round");
    public static PhraseTemplate WentOn { get; } = new("went-on", "its series went on; it is ended with {item}");
    public static PhraseTemplate LastOfSeries { get; } = new("last-of-series", "it is the last of its series");

    public static PhraseTemplate EscalatedToday { get; } =
        new("escalated-today", "it was escalated by {by} at {at:text}, and goes up once a day");

    public static PhraseTemplate AtTop { get; } = new("top", "no level above is left that has not heard of it");

    public static PhraseTemplate QuestionOpen { get; } =
        new("question-open", "question {number:number}, of {by} at {at:text}, waits for its answer");

    public static PhraseTemplate QuestionAnswered { get; } =
        new("question-answered", "question {number:number} was answered by {by} at {at:text}");

    public static PhraseTemplate NobodyElse { get; } = new("nobody-else", "its owner is its issuer, and there is nobody else to ask");

    public static PhraseTemplate TooManyQuestions { get; } =
        new("too-many-questions", "{max:number} questions were asked about it already");

    public static Vocabulary Vocabulary { get; } = new(
        Withdrawn, Confirmed, Reported, NotAssigned, NotReported, HandedOver, NotAsked, TooManyHands, CoordinatorsOwn, TooManyRebases,
        TooManyReassignments, OwnWorkWaits, TooManyWaits, TooManyFiles, Decided, Waits, WaitsOn, DoesNotWait, ExtensionOpen, DuePassed,
        ExtendedEnough, AskedEnough, ComesNotRound, WentOn, LastOfSeries, EscalatedToday, AtTop, QuestionOpen, QuestionAnswered, NobodyElse,
        TooManyQuestions);
}
