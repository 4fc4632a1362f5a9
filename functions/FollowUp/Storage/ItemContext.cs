using System.Collections.Concurrent;
using FollowUp.Calendars;
using FollowUp.Following;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>What an item's timetable depends on besides the item: its frozen plan and calendars, and its people as they are today.</summary>
public sealed record Surroundings(Plan Plan, JointDays Days, Contacts Contacts)
{
    public Recipient ReceiverOf(string person, AgreedItem item, Instant now) =>
        Recipient.Of(Contacts[person].Person, item.Chain, Contacts.Find, now, item.IsOut);
}

/// <summary>Reads what an item depends on. Frozen revisions never change, so they are kept; people are read every time.</summary>
public sealed class ItemContext(ReferenceData data)
{
    private readonly Remembered<Plan> plans = new();
    private readonly Remembered<WorkCalendar> calendars = new();

    public async Task<Surroundings> Of(AgreedItem item, CancellationToken cancel)
    {
        Terms terms = await Terms(item, cancel);
        return new(terms.Plan, terms.Days, new(await People(Contacts.Of(item), cancel)));
    }

    /// <summary>The part of it that was frozen: mostly known already.</summary>
    public async Task<Terms> Terms(AgreedItem item, CancellationToken cancel)
    {
        Plan plan = await plans.Of(item.Plan, (id, revision) => data.Plan(id, revision, cancel));
        WorkCalendar[] days = await Task.WhenAll(item.Calendars.Select(calendar => calendars.Of(calendar, (id, revision) => data.Calendar(id, revision, cancel))));
        return new(plan, new(days));
    }

    /// <summary>Everyone named, and whoever stands in for them, however many steps away (at most the limit of substitutes).</summary>
    private async Task<Dictionary<string, Contact>> People(IEnumerable<string> named, CancellationToken cancel)
    {
        Dictionary<string, Contact> contacts = [];
        ConcurrentDictionary<string, Task<WorkCalendar?>> kept = [];
        List<string> wanted = [.. named];
        for (int step = 0; wanted.Count > 0 && step <= Recipient.SubstitutesMax; step++)
        {
            Contact[] found = [.. (await Task.WhenAll(wanted.Select(id => Contact(id, kept, cancel)))).OfType<Contact>()];
            foreach (Contact contact in found)
            {
                contacts[contact.Person.Id] = contact;
            }

            wanted = [.. found.SelectMany(contact => contact.Person.Absences.Select(absence => absence.Substitute).Append(contact.Person.Contact)).OfType<string>()
                .Where(id => !contacts.ContainsKey(id)).Distinct()];
        }

        return contacts;
    }

    /// <param name="kept">Calendars that were asked for: the people of one item mostly keep the same.</param>
    private async Task<Contact?> Contact(string id, ConcurrentDictionary<string, Task<WorkCalendar?>> kept, CancellationToken cancel)
    {
        if (await data.Person(id, cancel) is not { } person)
        {
            return null;
        }

        WorkCalendar? calendar = await kept.GetOrAdd(person.Calendar, one => data.Calendar(one, cancel));
        return new(person, calendar ?? throw new NotThereException($"Calendar {person.Calendar} of {id}"));
    }
}
