using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Plans;

namespace FollowUp.Storage;

/// <summary>
/// Reference data as it might be: what stands here takes the place of what items were frozen to and of what people are today, so
/// that one can look at what it would change before anything is changed.
/// </summary>
public sealed record Supposition(
    IReadOnlyDictionary<string, Person> People,
    IReadOnlyDictionary<string, WorkCalendar> Calendars,
    IReadOnlyDictionary<string, Plan> Plans)
{
    /// <summary>Everything as it is.</summary>
    public static Supposition None { get; } = new(
        new Dictionary<string, Person>(), new Dictionary<string, WorkCalendar>(), new Dictionary<string, Plan>());

    /// <summary>The revisions that <paramref name="item"/> would be frozen to.</summary>
    public Revisions RevisionsFor(AgreedItem item) =>
        new(Plans[item.Plan.Id].Revision, item.Frozen.ToDictionary(calendar => calendar.Id, calendar => Calendars[calendar.Id].Revision));

    public bool IsNothing => People.Count == 0 && !IsNewTerms;

    /// <summary>Whether items would have to be re-based for it.</summary>
    public bool IsNewTerms => Calendars.Count > 0 || Plans.Count > 0;
}
