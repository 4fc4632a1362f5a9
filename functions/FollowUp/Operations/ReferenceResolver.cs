using FollowUp.Calendars;
using FollowUp.Parsing;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Storage;
using FollowUp.Values;

namespace FollowUp.Operations;

/// <summary>Finds what a register refers to: in itself first, else in the store.</summary>
public sealed class ReferenceResolver(ReferenceStore reference, PeopleCache peopleCache)
{
    /// <summary>Each plan and calendar with the revision that it has, or would get.</summary>
    /// <param name="context">Gets a fault for everything that is known nowhere.</param>
    public async Task<ResolvedReferences> Resolve(RegisterFile register, ParseContext context, CancellationToken cancel)
    {
        bool isFaulty = context.Faults.Count > 0;
        Dictionary<string, Person> people = register.People.DistinctBy(person => person.Id).ToDictionary(person => person.Id);
        Dictionary<string, WorkCalendar> calendars = [];
        foreach (WorkCalendar calendar in register.Calendars.DistinctBy(calendar => calendar.Id))
        {
            calendars.Add(calendar.Id, isFaulty ? calendar : (await reference.Preview(calendar, cancel)).Next);
        }

        Dictionary<string, Plan> plans = [];
        foreach (Plan plan in register.Plans.DistinctBy(plan => plan.Id))
        {
            plans.Add(plan.Id, isFaulty ? plan : (await reference.Preview(plan, cancel)).Next);
        }

        _ = plans.TryAdd(Plan.Default.Id, await reference.Plan(Plan.Default.Id, cancel) ?? Plan.Default);

        Func<string, Task<Person?>> find = (await peopleCache.Current(cancel)).Find;
        await Fill(people, context, ReferenceKind.Person, find);
        await Fill(plans, context, ReferenceKind.Plan, id => reference.Plan(id, cancel));
        await Fill(calendars, context, ReferenceKind.Calendar, id => reference.Calendar(id, cancel));

        // Who of ours talks with the other side hears of the item too, though only their own row names them.
        await Complete(people, [.. people.Values.Select(person => person.Contact).OfType<string>()], find);
        await Complete(calendars, [.. people.Values.Select(person => person.Calendar)], id => reference.Calendar(id, cancel));
        return new(people, calendars, plans);
    }

    private static async Task Complete<T>(Dictionary<string, T> known, IReadOnlyList<string> wanted, Func<string, Task<T?>> find)
        where T : class
    {
        foreach (string id in wanted.Where(id => !known.ContainsKey(id) && CountryCode.IsValid(id)).Distinct().ToList())
        {
            if (await find(id) is { } found)
            {
                known.Add(id, found);
            }
        }
    }

    private static async Task Fill<T>(Dictionary<string, T> known, ParseContext context, ReferenceKind kind, Func<string, Task<T?>> find)
        where T : class
    {
        foreach (IGrouping<string, Reference> references in context.References.Where(reference => reference.Kind == kind)
            .GroupBy(reference => reference.Id).ToList())
        {
            // What is none of its kind had its fault already, and must not become a key.
            bool isValid = kind == ReferenceKind.Calendar ? CountryCode.IsValid(references.Key) : Identifier.IsValid(references.Key);
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
                context.AddFault(reference.Pointer, $"names no {kind.ToString().ToLowerInvariant()} of the register: {references.Key}");
            }
        }
    }
}
