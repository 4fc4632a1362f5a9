using FollowUp.Calendars;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Registers;
using FollowUp.Values;

namespace FollowUp.Storage;

/// <summary>Finds what a register refers to: in itself first, else in the store.</summary>
public sealed class Lookup(ReferenceData data, Everybody everybody)
{
    /// <param name="reading">Gets a fault for everything that is known nowhere.</param>
    public async Task<Referenced> Resolve(Register register, Reading reading, CancellationToken cancel)
    {
        Dictionary<string, Person> people = register.People.DistinctBy(person => person.Id).ToDictionary(person => person.Id);
        Dictionary<string, WorkCalendar> calendars = register.Calendars.DistinctBy(calendar => calendar.Id).ToDictionary(calendar => calendar.Id);
        Dictionary<string, Plan> plans = register.Plans.DistinctBy(plan => plan.Id).ToDictionary(plan => plan.Id);
        _ = plans.TryAdd(Plan.Default.Id, await data.Plan(Plan.Default.Id, cancel) ?? Plan.Default);

        await Fill(people, reading, Referred.Person, (await everybody.Now(cancel)).Find);
        await Fill(plans, reading, Referred.Plan, id => data.Plan(id, cancel));
        await Fill(calendars, reading, Referred.Calendar, id => data.Calendar(id, cancel));
        foreach (string id in people.Values.Select(person => person.Calendar).Where(id => !calendars.ContainsKey(id)).Distinct().ToList())
        {
            if (await data.Calendar(id, cancel) is { } calendar)
            {
                calendars.Add(id, calendar);
            }
        }

        return new(people, calendars, plans);
    }

    private static async Task Fill<T>(Dictionary<string, T> known, Reading reading, Referred kind, Func<string, Task<T?>> find)
        where T : class
    {
        foreach (IGrouping<string, Reference> references in reading.References.Where(reference => reference.To == kind).GroupBy(reference => reference.Id).ToList())
        {
            // What is none of its kind had its fault already, and must not become a key.
            bool isValid = kind == Referred.Calendar ? CountryCode.IsValid(references.Key) : Identifier.IsValid(references.Key);
            if (known.ContainsKey(references.Key) || !isValid)
            {
                continue;
            }

            if (await find(references.Key) is { } found)
            {
                known.Add(references.Key, found);
                continue;
            }

            foreach (Reference reference in references)
            {
                reading.Fault(reference.Pointer, $"names no {kind.ToString().ToLowerInvariant()} of the register: {references.Key}");
            }
        }
    }
}
