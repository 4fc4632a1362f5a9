using System.Collections.Concurrent;
using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Storage;
using FollowUp.Timetables;

namespace FollowUp.Operations;

/// <summary>
/// Reads what an item depends on. Frozen revisions never change, so they are kept; people are kept until one of them is written.
/// </summary>
public sealed class TimetableInputsLoader(ReferenceStore reference, PeopleCache people)
{
    private readonly RevisionCache<Plan> plans = new();
    private readonly RevisionCache<WorkCalendar> calendars = new();

    public Task<TimetableInputs> Load(AgreedItem item, CancellationToken cancel) => Load(item, HypotheticalData.None, cancel);

    /// <param name="hypothetical">What is to be taken for true instead.</param>
    public async Task<TimetableInputs> Load(AgreedItem item, HypotheticalData hypothetical, CancellationToken cancel)
    {
        FrozenTerms terms = await LoadTerms(item, hypothetical, cancel);
        return await Load(item, terms, hypothetical, await CurrentPeople(cancel), cancel);
    }

    /// <summary>The people as they are now: one request for all items that are loaded with them.</summary>
    public Task<PeopleSnapshot> CurrentPeople(CancellationToken cancel) => people.Current(cancel);

    public async Task<TimetableInputs> Load(AgreedItem item, PeopleSnapshot among, CancellationToken cancel) =>
        await Load(item, await LoadTerms(item, cancel), HypotheticalData.None, among, cancel);

    /// <summary>The part of it that was frozen: mostly known already.</summary>
    public Task<FrozenTerms> LoadTerms(AgreedItem item, CancellationToken cancel) => LoadTerms(item, HypotheticalData.None, cancel);

    /// <summary>The plan and calendars of <paramref name="item"/> as they are today, whatever it was frozen to.</summary>
    public async Task<HypotheticalData> Today(AgreedItem item, CancellationToken cancel)
    {
        Plan plan = await reference.Plan(item.Plan.Id, cancel) ?? throw new NotFoundException($"Plan {item.Plan.Id}");
        WorkCalendar[] days = await Task.WhenAll(item.FrozenCalendars.Select(async calendar =>
            await reference.Calendar(calendar.Id, cancel) ?? throw new NotFoundException($"Calendar {calendar.Id}")));
        return HypotheticalData.None with
        {
            Plans = new Dictionary<string, Plan> { [plan.Id] = plan },
            Calendars = days.ToDictionary(calendar => calendar.Id),
        };
    }

    private async Task<TimetableInputs> Load(
        AgreedItem item, FrozenTerms terms, HypotheticalData hypothetical, PeopleSnapshot among, CancellationToken cancel) =>
        new(terms.Plan, terms.Days, new(await People(item, hypothetical, among.Find, cancel)), among.LastWritten);

    private async Task<FrozenTerms> LoadTerms(AgreedItem item, HypotheticalData hypothetical, CancellationToken cancel)
    {
        Plan plan = hypothetical.Plans.GetValueOrDefault(item.Plan.Id) is { } instead && instead.Revision == item.Plan.Revision
            ? instead
            : await plans.Of(item.Plan, (id, revision) => reference.Plan(id, revision, cancel));
        return new(plan, new(await Task.WhenAll(item.Calendars.Select(calendar => Frozen(calendar, hypothetical, cancel)))));
    }

    private async Task<WorkCalendar> Frozen(FrozenRevision calendar, HypotheticalData hypothetical, CancellationToken cancel) =>
        hypothetical.Calendars.GetValueOrDefault(calendar.Id) is { } instead && instead.Revision == calendar.Revision
            ? instead
            : await calendars.Of(calendar, (id, revision) => reference.Calendar(id, revision, cancel));

    /// <summary>Everyone named, and whoever stands in for them, however many steps away (at most the limit of substitutes).</summary>
    private async Task<Dictionary<string, Contact>> People(
        AgreedItem item, HypotheticalData hypothetical, Func<string, Task<Person?>> find, CancellationToken cancel)
    {
        Dictionary<string, Contact> contacts = [];
        ConcurrentDictionary<string, Task<WorkCalendar?>> kept = [];
        List<string> wanted = [.. Contacts.PeopleOf(item)];
        for (int step = 0; wanted.Count > 0 && step <= SubstituteSearch.StepsMax; step++)
        {
            Contact?[] all = await Task.WhenAll(wanted.Select(id => Contact(id, item, hypothetical, find, kept, cancel)));
            Contact[] found = [.. all.OfType<Contact>()];
            foreach (Contact contact in found)
            {
                contacts[contact.Person.Id] = contact;
            }

            if (step == 0 && ReferenceEquals(hypothetical, HypotheticalData.None))
            {
                // Whom a store has lost must not stop the clocks of everybody else: letters to them fail, and the coordinator hears of it.
                Lost(wanted.Where((_, n) => all[n] is null), contacts);
            }

            wanted = [.. found.SelectMany(
                contact => contact.Person.Absences.Select(absence => absence.Substitute).Append(contact.Person.Contact)).OfType<string>()
                .Where(id => !contacts.ContainsKey(id)).Distinct()];
        }

        return contacts;
    }

    private static void Lost(IEnumerable<string> ids, Dictionary<string, Contact> contacts)
    {
        foreach (string id in ids)
        {
            contacts[id] = new(Person.Missing(id), WorkCalendar.Lost(id));
        }
    }

    /// <param name="kept">Calendars that were asked for: the people of one item mostly keep the same.</param>
    private async Task<Contact?> Contact(
        string id, AgreedItem item, HypotheticalData hypothetical, Func<string, Task<Person?>> find, ConcurrentDictionary<string,
        Task<WorkCalendar?>> kept, CancellationToken cancel)
    {
        if ((hypothetical.People.GetValueOrDefault(id) ?? await find(id)) is not { } person)
        {
            return null;
        }

        WorkCalendar? calendar = await kept.GetOrAdd(person.Calendar, one => Calendar(one, item, hypothetical, cancel));
        return new(person, calendar ?? WorkCalendar.Lost(person.Calendar));
    }

    /// <summary>Frozen where the item knows it; today's for those who just come to it.</summary>
    private async Task<WorkCalendar?> Calendar(string id, AgreedItem item, HypotheticalData hypothetical, CancellationToken cancel) =>
        item.FrozenCalendars.FirstOrDefault(calendar => calendar.Id == id) is { } frozen ? await Frozen(frozen, hypothetical, cancel)
        : hypothetical.Calendars.GetValueOrDefault(id) ?? await reference.Calendar(id, cancel);
}
