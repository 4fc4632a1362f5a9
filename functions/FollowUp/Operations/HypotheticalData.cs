using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Plans;

namespace FollowUp.Operations;

/// <summary>
/// Reference data as it might be today, so that one can look at what it would change before anything is changed. People count at
/// once, and calendars for whoever comes to an item with them; what an item was frozen to is what it was (law 9), until it is frozen
/// to the revisions that stand here.
/// </summary>
public sealed record HypotheticalData(
    IReadOnlyDictionary<string, Person> People,
    IReadOnlyDictionary<string, WorkCalendar> Calendars,
    IReadOnlyDictionary<string, Plan> Plans)
{
    /// <summary>Everything as it is.</summary>
    public static HypotheticalData None { get; } =
        new(new Dictionary<string, Person>(), new Dictionary<string, WorkCalendar>(), new Dictionary<string, Plan>())
        {
            IsNothing = true,
        };

    /// <summary>Whether nothing that runs could tell: at most, it knows of somebody or something new.</summary>
    public bool IsNothing { get; init; }

    /// <summary>The revisions that <paramref name="item"/> would be frozen to.</summary>
    public Revisions RevisionsFor(AgreedItem item) =>
        new(Plans[item.Plan.Id].Revision,
            item.FrozenCalendars.ToDictionary(calendar => calendar.Id, calendar => Calendars[calendar.Id].Revision));

    /// <summary>Whether <paramref name="item"/> would have to be re-based for some of it.</summary>
    public bool IsNewTermsFor(AgreedItem item) =>
        Plans.ContainsKey(item.Plan.Id) || item.FrozenCalendars.Any(calendar => Calendars.ContainsKey(calendar.Id));

    /// <summary>This, where it says something; else <paramref name="other"/>.</summary>
    public HypotheticalData Over(HypotheticalData other) =>
        new(Over(People, other.People), Over(Calendars, other.Calendars), Over(Plans, other.Plans))
        {
            IsNothing = IsNothing && other.IsNothing,
        };

    private static Dictionary<string, T> Over<T>(IReadOnlyDictionary<string, T> some, IReadOnlyDictionary<string, T> other) =>
        some.Concat(other.Where(pair => !some.ContainsKey(pair.Key))).ToDictionary();
}
