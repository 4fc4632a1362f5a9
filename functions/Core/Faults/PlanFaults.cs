using FollowUp.Phrases;

namespace FollowUp.Faults;

/// <summary>What can be wrong with a plan: in one of its parts, or in what they come to together.</summary>
public static class PlanFaults
{
    public static PhraseTemplate LadderTwice { get; } = new("ladder-twice", "is in this plan twice: {ladder}");
    public static PhraseTemplate RungTwice { get; } = new("rung-twice", "is in this ladder twice");
    public static PhraseTemplate EveryNothing { get; } = new("every-nothing", "must be at least one day or month");
    public static PhraseTemplate TimesWithoutEvery { get; } = new("times-without-every", "needs every: how far the repetitions lie apart");

    public static PhraseTemplate NotOffset { get; } = new(
        "not-an-offset",
        "must be working days, calendar days or months from the anchor, like -7cd, +1wd, 1mo, or 0; at most {days:number} days or "
        + "{months:number} months");

    public static PhraseTemplate SaysTooMuch { get; } = new(
        "plan-too-talkative",
        "say {notices:number} things to the people of one item; at most {max:number} are taken: repeat less often (times), or to fewer (to)");

    public static PhraseTemplate AfterDueDate { get; } = new(
        "after-due-date", "lies after the due date: what is said then belongs into the overdue ladder");

    public static PhraseTemplate NotAfterDueDate { get; } = new(
        "not-after-due-date", "does not lie after the due date: what is said until then belongs into the due ladder");

    public static PhraseTemplate NotAfterLastWord { get; } = new(
        "not-after-last-word", "does not lie after the last word: until then nobody is silent");

    public static PhraseTemplate BeforeItHappens { get; } = new(
        "before-it-happens", "lies before what the {ladder} ladder follows: nobody can be told of it before it happens");

    public static PhraseTemplate NewsRepeated { get; } = new(
        "news-repeated", "is not for the {ladder} ladder: it tells what has happened, once");

    public static PhraseTemplate AimMissing { get; } = new("aim-missing", "never speak to the {aim}, whom nobody else tells of it");

    public static PhraseTemplate AimNotTold { get; } = new(
        "aim-not-told",
        "would hear of what the {aim} was never told: nobody is escalated for a reminder that is not sent, "
        + "so let this ladder speak to the {aim2} first");

    public static PhraseTemplate BeforeAim { get; } = new(
        "before-aim",
        "comes before the first notice to the {aim}: {above} would be told of a reminder that was not sent; let it follow on that notice");

    public static PhraseTemplate NoDayBetween { get; } = new(
        "no-day-between",
        "leaves no working day between the first notice to the {aim} and the due date, and {above} hears only after one: "
        + "let the first notice come earlier, or say this in the overdue ladder");

    public static PhraseTemplate RepeatedTooLong { get; } = new(
        "repeated-too-long",
        "repeats it after the due date, when the overdue ladder speaks: at most {times:number} times are before it");

    public static PhraseTemplate NotToRepeat { get; } = new(
        "repeated-too-long",
        "repeats it after the due date, when the overdue ladder speaks: say it once, without every and times");

    public static PhraseTemplate Swallowed { get; } = new(
        "swallowed",
        "is never heard: whenever it is due, another rung ({rung}) says something newer to the same people "
        + "at the same moment, and one of the two is sent; move it, or leave it out");

    public static PhraseTemplate ReviewOfUntold { get; } = new(
        "review-of-untold",
        "would tell the levels of what the owner was never told: let the overdue ladder speak to the owner, or leave out the weekly review");

    public static Vocabulary Vocabulary { get; } = new(
        LadderTwice, RungTwice, EveryNothing, TimesWithoutEvery, NotOffset, SaysTooMuch, AfterDueDate, NotAfterDueDate, NotAfterLastWord,
        BeforeItHappens, NewsRepeated, AimMissing, AimNotTold, BeforeAim, NoDayBetween, RepeatedTooLong, NotToRepeat, Swallowed,
        ReviewOfUntold);
}
