using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Recipients;

namespace FollowUp.Operations;

/// <summary>Everybody and everything that drafts refer to, as known when they are accepted.</summary>
public sealed record ResolvedReferences(
    IReadOnlyDictionary<string, Person> People,
    IReadOnlyDictionary<string, WorkCalendar> Calendars,
    IReadOnlyDictionary<string, Plan> Plans)
{
    /// <summary>The people of an item with the calendars they keep.</summary>
    public Contacts ContactsOf(AgreedItem item) =>
        new(Contacts.PeopleOf(item)
            .SelectMany(WithContact).Distinct().ToDictionary(id => id, id => new Contact(People[id], Calendars[People[id].Calendar])));

    public JointDays DaysOf(AgreedItem item) => new([.. item.Calendars.Select(calendar => Calendars[calendar.Id])]);

    /// <summary>Somebody on the other side, and who on ours talks with them.</summary>
    private string[] WithContact(string id) => People[id].Contact is { } ours && People.ContainsKey(ours) ? [id, ours] : [id];
}
