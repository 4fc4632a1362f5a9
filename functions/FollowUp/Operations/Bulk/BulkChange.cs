using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Parsing;
using FollowUp.Timetables;

namespace FollowUp.Operations.Bulk;

/// <summary>A verb, and the field that it changes.</summary>
/// <param name="Field">As callers name it: <c>owner</c>, <c>dueOn</c>, or a word of <see cref="ItemPart"/>.</param>
public sealed record BulkVerb(string Field, RequestedVerb Verb);

/// <summary>What is to become of each of many items, and of what their agreement names for all of them.</summary>
/// <param name="VerbsFor">The verbs for an item as it stands; none where it does not concern it.</param>
/// <param name="PeopleFor">
/// Who is to have a part from now on that an agreement names for its items; those who have it where they stay.
/// </param>
public sealed record BulkChange(
    Func<AgreedItem, IEnumerable<BulkVerb>> VerbsFor, Func<string, IReadOnlyList<string>, IReadOnlyList<string>> PeopleFor, string Reason)
{
    public static BulkChange Of(BulkDraft draft)
    {
        BulkVerb verb = draft.Field switch
        {
            BulkParser.Owner => HandOver(draft.People[0], draft.Reason),
            BulkParser.DueOn => new(BulkParser.DueOn, Move(
                (item, by, at, _) => item.DueOn == draft.DueOn ? item : item.Reschedule(by, at, draft.DueOn!.Value, draft.Reason),
                draft.Reason)),
            BulkParser.MoveBy => new(BulkParser.DueOn, Move(
                (item, by, at, terms) => item.RescheduleBy(by, at, draft.MoveBy!.Value, terms.Days, draft.Reason), draft.Reason)),
            _ => Reassign(draft.Field, _ => draft.People, draft.Reason),
        };
        return new(_ => [verb], (part, people) => part == draft.Field ? draft.People : people, draft.Reason);
    }

    /// <summary>One person is replaced by another in whatever they have a part in.</summary>
    public static BulkChange Replace(string person, string successor, string reason)
    {
        return new(
            item =>
            [
                .. item.Owner == person ? [HandOver(successor, reason)] : (BulkVerb[])[],
                // The coordinator's last: whoever acts for them does all of it.
                .. ItemPart.All.OrderBy(part => part == ItemPart.Coordinator).Where(part => item.PeopleIn(part).Contains(person))
                    .Select(part => Reassign(part, one => Replaced(one.PeopleIn(part)), reason)),
            ],
            (_, people) => people.Contains(person) ? Replaced(people) : people,
            reason);

        // Whoever has a place there already keeps it: nobody stands twice in a row of levels.
        IReadOnlyList<string> Replaced(IReadOnlyList<string> people) =>
            people.Contains(successor)
                ? [.. people.Where(one => one != person)] : [.. people.Select(one => one == person ? successor : one)];
    }

    private static BulkVerb HandOver(string owner, string reason) => new(BulkParser.Owner, new(
        (item, by, at, _) => item.HandTo(by, at, owner, reason), EventNames.HandedOver, item => JournalText.OfHandOver(item, reason)));

    private static BulkVerb Reassign(string part, Func<AgreedItem, IReadOnlyList<string>> people, string reason) => new(part, new(
        (item, by, at, _) => item.Reassign(by, at, part, people(item), reason), EventNames.Reassigned,
        item => item.Reassignments.Last(one => one.Part == part) is var last
            ? JournalText.OfReassignment(part, last.From, last.To, reason) : null));

    private static RequestedVerb Move(Func<AgreedItem, Actor, NodaTime.Instant, FrozenTerms, AgreedItem> verb, string reason) =>
        new(verb, EventNames.Rescheduled, item => JournalText.OfRescheduling(item, reason));
}
