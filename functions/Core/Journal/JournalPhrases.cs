using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Phrases;

namespace FollowUp.Journal;

/// <summary>
/// What the texts of the journal say. A text is sealed by its hash (law 19) and stays as it was written; what it says as data follows
/// from the event and from it. <see cref="JournalText"/> writes the texts from the same templates.
/// </summary>
public static class JournalPhrases
{
    /// <summary>"due 2020-06-12, originally 2020-05-29 (14 days later), extended 1 time".</summary>
    private const string DueDate =
        "due {dueOn:date}[, originally {originalDueOn:date} ({slippage:slippage})][, extended {extensions:times}]";

    public static PhraseTemplate AgreementRegistered { get; } = new(EventNames.Registered, "{title:text}");
    public static PhraseTemplate Registered { get; } = new(EventNames.Registered, "waits for {items:ids}, due {dueOn:date}");
    public static PhraseTemplate Assigned { get; } = new(EventNames.Assigned, "to {owner}, due {dueOn:date}");
    public static PhraseTemplate Progress { get; } = new(EventNames.Progress, "{text:text}");
    public static PhraseTemplate StageDone { get; } = new(EventNames.StageDone, "{stage}");

    /// <summary>"signed.pdf", 48211 bytes, SHA-256 9f86…: with it, whoever has the file can tell whether it is the one.</summary>
    public static PhraseTemplate EvidenceAdded { get; } =
        new(EventNames.EvidenceAdded, "{name:quoted}, {size:number} bytes, SHA-256 {sha256}");

    /// <summary>A document, an address or a remark as it was written; of a file its name, and its checksum as the evidence.</summary>
    public static PhraseTemplate Reported { get; } = new(EventNames.Reported, "[{file:quoted}, SHA-256 ]{evidence:text}");
    public static PhraseTemplate Confirmed { get; } = new(EventNames.Confirmed, "{note:text}");
    public static PhraseTemplate Returned { get; } = new(EventNames.Returned, "{reason:text}");
    public static PhraseTemplate Withdrawn { get; } = new(EventNames.Withdrawn, "{reason:text}");
    public static PhraseTemplate Escalated { get; } = new(EventNames.Escalated, "to {to}, level {level:number}: {reason:text}");
    public static PhraseTemplate QuestionAsked { get; } = new(EventNames.QuestionAsked, "of the {role}: {text:text}");
    public static PhraseTemplate QuestionAnswered { get; } = new(EventNames.QuestionAnswered, "{text:text}");
    public static PhraseTemplate SeriesEnded { get; } = new(EventNames.SeriesEnded, "{reason:text}");
    public static PhraseTemplate ExtensionAsked { get; } =
        new(EventNames.ExtensionAsked, "to {askedDueOn:date}, " + DueDate + ": {reason:text}");
    public static PhraseTemplate ExtensionGranted { get; } = new(EventNames.ExtensionGranted, DueDate + "[: {note:text}]");
    public static PhraseTemplate ExtensionRefused { get; } = new(EventNames.ExtensionRefused, DueDate + "[: {note:text}]");
    public static PhraseTemplate Waiting { get; } = new(EventNames.Waiting, "{reason:text}");
    public static PhraseTemplate Resumed { get; } = new(EventNames.Resumed, "waited {workingDays:workingDays}; " + DueDate);
    public static PhraseTemplate HandedOver { get; } = new(EventNames.HandedOver, "from {formerOwner} to {owner}: {reason:text}");

    /// <summary>chain from boss, head to chief, head: the ministry was reorganised.</summary>
    public static PhraseTemplate Reassigned { get; } =
        new(EventNames.Reassigned, "{part}[ from {former:ids}][ to {people:ids}]: {reason:text}");

    public static PhraseTemplate Rescheduled { get; } = new(EventNames.Rescheduled, DueDate + ": {reason:text}");

    /// <summary>title-en "Draft" → "Draft protocol": as signed. What would end a wording is escaped in it.</summary>
    public static PhraseTemplate Amended { get; } =
        new(EventNames.Amended, "{field} {was:quoted} → {now:quoted}[: {reason:text}]");

    /// <summary>clause p6-2 label "" → "6.2": of an agreement whose clause reads otherwise now.</summary>
    public static PhraseTemplate ClauseAmended { get; } =
        new(EventNames.Amended, "clause {clause} {field} {was:quoted} → {now:quoted}[: {reason:text}]");

    /// <summary>A notice reached its final state: who was told what, through whom, or why not.</summary>
    public static PhraseTemplate Notice { get; } =
        new(EventNames.Notice, "{state} {ladder}/{rung}/{occurrence:number} to {to}[ ({trace:trace})][: {why:text}]");

    private static readonly Vocabulary OfItems = new(
        Registered, Assigned, Progress, StageDone, EvidenceAdded, Reported, Confirmed, Returned, Withdrawn, ExtensionAsked,
        ExtensionGranted, ExtensionRefused, Waiting, Resumed, HandedOver, Reassigned, Rescheduled, Amended, SeriesEnded, Escalated,
        QuestionAsked, QuestionAnswered, Rebase.Phrase, Notice);

    /// <summary>
    /// What happened, as data: the event, and what the text says of it. Null for a text that no version of the app wrote.
    /// </summary>
    public static Phrase? Read(Entry entry) => entry switch
    {
        { Text: null } => new(entry.Event, new Dictionary<string, object>()),
        { Item: null, Event: EventNames.Registered } => AgreementRegistered.Read(entry.Text),
        { Item: null, Event: EventNames.Amended } => ClauseAmended.Read(entry.Text) ?? Amended.Read(entry.Text),
        { Event: EventNames.Notice } => OfItems.Read(entry.Event, entry.Text) is { } notice ? Detailed(notice) : null,
        _ => OfItems.Read(entry.Event, entry.Text),
    };

    private static Phrase Detailed(Phrase notice) => notice
        .With("steps", TracePhrases.Read(notice.Args.GetValueOrDefault("trace") as string))
        .With("reason", ReasonPhrases.Read(notice.Args.GetValueOrDefault("why") as string));
}
