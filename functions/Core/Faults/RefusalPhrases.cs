using FollowUp.Phrases;

namespace FollowUp.Faults;

/// <summary>What is not done though nothing is wrong with the request: by whom it is asked, and how things stand.</summary>
public static class RefusalPhrases
{
    public static PhraseTemplate NotAllowed { get; } =
        new("not-allowed", "Item {item} cannot be {verb:verb} by {by}: only {who:roles} may do that.");

    public static PhraseTemplate AgreementNotAllowed { get; } = new(
        "agreement-not-allowed", "Agreement {agreement} cannot be amended by {by}: only its coordinator ({who}) may do that.");

    public static PhraseTemplate NotNow { get; } = new("not-now", "Item {item} cannot be {verb:verb}: {why:text}.");

    public static PhraseTemplate Stale { get; } = new(
        "stale", "Item {item} has changed since: it is at revision {revision:number}. Read it again and decide anew.");

    public static PhraseTemplate PreviewOutdated { get; } = new(
        "preview-outdated", "A plan or calendar has changed since the preview. Look at a new preview, and send its token.");

    public static PhraseTemplate ImportOutdated { get; } = new(
        "import-outdated",
        "Something has changed since the preview: in the file, in what was said of it, or in the agreement. Look at a new preview, and send "
        + "its token.");

    public static PhraseTemplate ChangesOutdated { get; } = new(
        "changes-outdated",
        "Something has changed since the preview: an item, or who is named. Look at a new preview, and send its token.");

    public static PhraseTemplate SuccessionThere { get; } = new(
        "succession-there",
        "{person} is to be succeeded by {successor} on {on:date} already. Call that off first, or wait until it is done.");

    public static PhraseTemplate SuccessionNamed { get; } = new(
        "succession-named", "{person} is to succeed {leaving} on {on:date}. Call that off first, or wait until it is done.");

    public static PhraseTemplate SuccessionBegun { get; } = new(
        "succession-begun", "The succession of {person} began at {at:text}, and is not called off any more.");

    public static PhraseTemplate ErasureParts { get; } = new(
        "erasure-parts",
        "{person} has a part in what is open or comes round again: {items:text}. Let somebody succeed them first, or wait until that is "
        + "closed; end what comes round.");

    public static PhraseTemplate ErasureNamed { get; } = new(
        "erasure-named",
        "{person} stands in for, talks with or is to succeed {people:ids}. Have somebody else named there first.");

    public static PhraseTemplate ErasureLetter { get; } = new(
        "erasure-letter", "A letter to {person} is on its way, and is so for five days at most. Erase them when it is gone.");

    public static PhraseTemplate PersonErased { get; } = new(
        "person-erased", "{person} was erased at {at:text}, and is not written again. Register them under another id.");

    public static PhraseTemplate NotFound { get; } = new("not-found", "{what:text} is not in the register.");

    public static PhraseTemplate Taken { get; } = new(
        "id-taken", "{what:text} is registered already, with other content. Take another id, or send the content that is registered.");

    public static PhraseTemplate WebhookTaken { get; } = new(
        "webhook-taken", "There is a webhook {webhook} already. Ask for another secret of it, or remove it first.");

    public static PhraseTemplate ItemFull { get; } = new(
        "item-full", "Item {item} is full: this is {over:number} characters too long for what room is left. Say it in fewer words.");

    public static PhraseTemplate ItemNearlyFull { get; } = new(
        "item-nearly-full",
        "Item {item} holds so much already that this no longer fits: room is kept for what closes it. A text that is {over:number} "
        + "characters shorter may fit; a completion report, its confirmation and a withdrawal do. What else is to be said goes into a "
        + "document of yours, or into another item.");

    public static PhraseTemplate OthersName { get; } = new(
        "in-anothers-name",
        "Only the coordinator acts in another's name. You are {people:all}: leave out by, or name yourself.");

    public static PhraseTemplate OwnWork { get; } = new(
        "own-work",
        "Nobody decides about their own work, and {who} has done, reported or asked for this: somebody else must act for the issuer.");

    public static PhraseTemplate Stranger { get; } = new(
        "stranger",
        "{address:text} is the address of nobody in the register, and has no part in the office. "
        + "Ask a coordinator to put you into the register with this address.");

    public static PhraseTemplate NotOfTheOffice { get; } = new(
        "not-of-the-office",
        "This is for whoever is {roles:text} of the office, by its settings, and {name:text} is not. Ask one of them.");

    public static PhraseTemplate NotOfTheItem { get; } = new(
        "not-of-the-item",
        "This is for whoever is {roles:text} of it, and {name:text} is not. Ask its coordinator, or whoever sent you here.");

    public static PhraseTemplate NotTheirOwn { get; } = new(
        "not-their-own",
        "This is one person's own: it is for them, and for whoever is {roles:text} of the office, and {name:text} is neither. "
        + "Ask one of them.");

    public static Vocabulary Vocabulary { get; } = new(
        NotAllowed, AgreementNotAllowed, NotNow, Stale, PreviewOutdated, ImportOutdated, ChangesOutdated, SuccessionThere, SuccessionNamed,
        SuccessionBegun, ErasureParts, ErasureNamed, ErasureLetter, PersonErased, NotFound, Taken, WebhookTaken, ItemFull, ItemNearlyFull,
        OthersName, OwnWork, Stranger, NotOfTheOffice, NotOfTheItem, NotTheirOwn);
}
