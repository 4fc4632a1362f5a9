using FollowUp.Phrases;
using FollowUp.Plans;

namespace FollowUp.Ledger;

/// <summary>
/// Why a notice was not sent, or will not be (law 3). A row of the ledger holds the sentence; <see cref="Read"/> says it as data, also of
/// rows that earlier versions wrote.
/// </summary>
public static class ReasonPhrases
{
    public static PhraseTemplate BeforeAssignment { get; } = new("before-assignment", "before assignment");
    public static PhraseTemplate BeforeRegistration { get; } = new("before-registration", "before it was registered");
    public static PhraseTemplate NeverAssigned { get; } = new("never-assigned", "it was never assigned");
    public static PhraseTemplate HandedOver { get; } = new("handed-over", "it was handed over since");
    public static PhraseTemplate DueNear { get; } = new("due-near", "the due date was near then");
    public static PhraseTemplate Waited { get; } = new("waited", "it waited for the other side");
    public static PhraseTemplate NeverTold { get; } = new("never-told", "the {role} was never told");
    public static PhraseTemplate Rebased { get; } = new("re-based", "its moment had passed when the item was re-based");
    public static PhraseTemplate AwayAgain { get; } = new("away-again", "they were away once more");
    public static PhraseTemplate Overtaken { get; } = new("overtaken", "overtaken: the item moved on first");
    public static PhraseTemplate Superseded { get; } = new("superseded", "superseded by {ladder}/{rung}/{occurrence:number} to {to}");

    /// <summary>No channel took the letter, for so long that it is given up.</summary>
    public static PhraseTemplate NotTaken { get; } = new(
        "not-taken", "it could not be handed over in {days:spelled} of trying",
        "it could not be handed over in {days:spelled} of trying ({failure:text})");

    /// <summary>A channel refused it for good; what it said is read by <see cref="Refused"/>.</summary>
    public static PhraseTemplate LetterRefused { get; } = new("letter-refused", "{channel:channel} refused the letter: {said:text}");

    public static PhraseTemplate AddressMissing { get; } = new("address-missing", "there is no mail address in the register");
    public static PhraseTemplate AddressUnusable { get; } =
        new("address-unusable", "the mail address in the register is none that a letter can be sent to");
    public static PhraseTemplate PersonMissing { get; } = new("person-missing", "whom it was meant for is not in the register");
    public static PhraseTemplate TimeZoneUnknown { get; } =
        new("time-zone-unknown", "the time zone {timeZone:text} in the register is not known here");
    public static PhraseTemplate TermsMissing { get; } = new("terms-missing", "the plan or a calendar of its item is not in the register");
    public static PhraseTemplate Unsayable { get; } = new("unsayable", "it cannot be put into words");

    public static PhraseTemplate AddressRefused { get; } =
        new("address-refused", "{status:number}, it does not take letters to that address");
    public static PhraseTemplate ContentRefused { get; } = new("content-refused", "{status:number}, it does not take this letter");
    public static PhraseTemplate LettersUnknown { get; } = new("letters-unknown", "it does not take addresses with such letters");
    public static PhraseTemplate Unwritable { get; } = new("unwritable", "it cannot be written in the form of a mail");

    public static string SupersededBy(RungKey newer) => Superseded.Fill(newer.Ladder.Word(), newer.Rung, newer.Occurrence, newer.Recipient);

    /// <summary>All that can stand there.</summary>
    public static Vocabulary Vocabulary { get; } = new(
        BeforeAssignment, BeforeRegistration, NeverAssigned, HandedOver, DueNear, Waited, NeverTold, Rebased, AwayAgain, Overtaken,
        Superseded, NotTaken, LetterRefused, AddressMissing, AddressUnusable, PersonMissing, TimeZoneUnknown, TermsMissing, Unsayable);

    /// <summary>What a channel said when it refused.</summary>
    public static Vocabulary Refused { get; } =
        new(AddressRefused, ContentRefused, LettersUnknown, Unwritable, AddressMissing, AddressUnusable);

    /// <summary>Null for what is none of these, as the answer of a mail server in its own words.</summary>
    public static Phrase? Read(string? why) => Vocabulary.Read(why) is { } reason
        ? reason.Code == LetterRefused.Code ? reason.With("refusal", Refused.Read((string)reason.Args["said"])) : reason
        : null;
}
