using FollowUp.Phrases;

namespace FollowUp.Faults;

/// <summary>What can be wrong with an agreement, an item, a person or a verb, where each value by itself is in order.</summary>
public static class RegisterFaults
{
    public static PhraseTemplate UnknownPerson { get; } = new(
        "unknown-person",
        "names no person of the register: {id:text}; PUT /api/people/{address:text} takes it as JSON, and so do the people of a register file");

    /// <summary>Who acts.</summary>
    public static PhraseTemplate ErasedPerson { get; } =
        new("erased-person", "names somebody who was erased from the register: {id:text}; name somebody else");

    public static PhraseTemplate UnknownActor { get; } = new("unknown-person", "names no person of the register: {id:text}");

    public static PhraseTemplate UnknownPlan { get; } = new(
        "unknown-plan",
        "names no plan of the register: {id}[ (it has {known:text})]; PUT /api/plans/{address:text} takes it as JSON, "
        + "and so do the plans of a register file");

    public static PhraseTemplate UnknownCalendar { get; } = new(
        "unknown-calendar",
        "names no calendar of the register: {id}[ (it has {known:text})]; PUT /api/calendars/{address:text} takes it as JSON or an .ics file, "
        + "and so do the calendars of a register file");

    public static PhraseTemplate UnknownClause { get; } = new("unknown-clause", "names no clause of agreement {agreement:text}");
    public static PhraseTemplate UnknownItem { get; } = new("unknown-item", "names no item of this agreement: {item:text}");
    public static PhraseTemplate BeforeSigning { get; } =
        new("before-signing", "is before the agreement was signed, on {signedOn:date}");

    public static PhraseTemplate LongSeriesId { get; } = new(
        "long-series-id", "must have at most {max:number} characters: its occurrences are called {id:text}-2 and so on");

    public static PhraseTemplate KeptId { get; } = new("kept-id", "is kept for an occurrence of {series:text}, which comes round");
    public static PhraseTemplate WaitsForItself { get; } = new("waits-for-itself", "is the item itself");
    public static PhraseTemplate Circle { get; } = new("circle", "goes round in a circle: {item:text} would wait for itself");

    public static PhraseTemplate RuleEndsEarly { get; } = new(
        "rule-ends-early", "ends on {until:date}, before the due date, {dueOn:date}, from which its occurrences are counted");

    public static PhraseTemplate RuleMissesDueDate { get; } = new(
        "rule-misses-due-date", "does not come round on the due date, {dueOn:date}, from which its occurrences are counted");

    public static PhraseTemplate RuleWithoutSecond { get; } = new("rule-without-second", "has no second occurrence");

    /// <summary>Which month, year or week a rule misses, with the way out, one of the three below it.</summary>
    public static PhraseTemplate RuleMissesMonth { get; } =
        new("rule-misses-month", "misses {month:month} {year:number}, which has no such day; {fault:text}");

    public static PhraseTemplate RuleMissesYear { get; } = new(
        "rule-misses-year", "misses {year:number}[ (counted in weeks){byWeeks:flag}], which has no such day; {fault:text}");

    public static PhraseTemplate RuleMissesWeek { get; } =
        new("rule-misses-week", "misses the week of {day:date}, which has no such day; {fault:text}");

    public static PhraseTemplate TakeLastDay { get; } = new("take-last-day", "for the last day of each write BYMONTHDAY=-1");

    public static PhraseTemplate WriteInstead { get; } = new("write-instead", "for the {days:text} write {rule:text}");

    public static PhraseTemplate WriteOtherDay { get; } =
        new("write-other-day", "write a day that each of them has, or name those that have it (BYMONTH)");

    public static PhraseTemplate NotRule { get; } = new(
        "not-a-rule", "is no recurrence rule (RFC 5545) that can be followed, like FREQ=MONTHLY;INTERVAL=3;COUNT=8: {why:text}");

    public static PhraseTemplate SaysNothing { get; } = new(
        "plan-says-nothing",
        "plan {plan} says nothing on or before this day: nobody would be reminded (an item that needs no reminder says so: silentUntilDue)");

    public static PhraseTemplate SaysTooMuch { get; } = new(
        "plan-says-too-much",
        "says so much to so many people that the end of it would be lost: at most {max:number} notices are taken for one item");

    public static PhraseTemplate AgreementFull { get; } = new(
        "agreement-full", "agreement {agreement} has {max:number} items already; register the rest as another agreement");

    public static PhraseTemplate EndsBeforeBegin { get; } = new("ends-before-begin", "must not be before from");

    public static PhraseTemplate NotOfRhythm { get; } =
        new("not-of-rhythm", "says nothing beside the rhythm {rhythm}: leave it out");

    public static PhraseTemplate OwnSubstitute { get; } = new(
        "own-substitute", "is who is away: name somebody else, or leave it out where nobody stands in");

    public static PhraseTemplate EvidenceMissing { get; } = new(
        "evidence-missing",
        "is required: { kind, ref, note }, where kind is one of {kinds:ids}; none needs a note instead of a ref");

    public static PhraseTemplate LinkNotWhole { get; } =
        new("link-not-whole", "must be the whole address of a page, beginning with https://");

    public static PhraseTemplate UnknownFile { get; } = new(
        "unknown-file", "names no file that was handed in: it is the checksum (SHA-256) of one of them (item {item:text})");

    public static PhraseTemplate OtherId { get; } = new("other-id", "must be the id in the address, {id:text}");

    public static PhraseTemplate ActsAsWhom { get; } =
        new("acts-as-whom", "must say as whom you act: your address is that of {people:all}");

    public static PhraseTemplate NotLater { get; } = new("not-later", "must be after the due date, {dueOn:date} (item {item:text})");
    public static PhraseTemplate SameDueDate { get; } = new("same-due-date", "is its due date already (item {item:text})");
    public static PhraseTemplate DatePassed { get; } =
        new("date-passed", "must not be before today, {today:date} (item {item:text})");

    /// <summary>Of a change of many items.</summary>
    public static PhraseTemplate OneChange { get; } = new("one-change", "must say one thing to change, no more and no less: {fields:text}");

    public static PhraseTemplate NotCoordinator { get; } = new(
        "not-coordinator", "{by} cannot change whom agreement {agreement} names: its coordinator, {coordinator}, or who stands in may");

    public static PhraseTemplate OwnSuccessor { get; } = new("own-successor", "is who leaves: name somebody else");

    public static PhraseTemplate SuccessorLeaves { get; } = new(
        "successor-leaves", "has a succession of their own, to {successor} on {on:date}: name whoever takes over in the end");

    public static Vocabulary Vocabulary { get; } = new(
        UnknownPerson, ErasedPerson, UnknownActor, UnknownPlan, UnknownCalendar, UnknownClause, UnknownItem, BeforeSigning, LongSeriesId,
        KeptId,
        WaitsForItself, Circle, RuleEndsEarly, RuleMissesDueDate, RuleWithoutSecond, RuleMissesMonth, RuleMissesYear, RuleMissesWeek,
        TakeLastDay, WriteInstead, WriteOtherDay, NotRule, SaysNothing, SaysTooMuch, AgreementFull,
        EndsBeforeBegin, NotOfRhythm, OwnSubstitute, EvidenceMissing, LinkNotWhole, UnknownFile,
        OtherId, ActsAsWhom, NotLater, SameDueDate, DatePassed, OneChange, NotCoordinator, OwnSuccessor,
        SuccessorLeaves);
}
