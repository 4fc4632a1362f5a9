using FollowUp.Calendars;
using FollowUp.Faults;
using FollowUp.Parsing;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Storage;
using FollowUp.Values;

namespace FollowUp.Operations;

/// <summary>Finds what a register refers to: in itself first, else in the store.</summary>
public sealed class ReferenceResolver(ReferenceStore reference, PeopleCache peopleCache)
{
    /// <summary>People are too many to be listed in an error.</summary>
    private static readonly Task<IReadOnlyList<string>> NoList = Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>More do not help whoever mistyped one.</summary>
    private const int NamedMax = 8;

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
        await Fill(people, context, ReferenceKind.Person, find, () => NoList);
        await Fill(plans, context, ReferenceKind.Plan, id => reference.Plan(id, cancel), () => reference.PlanIds(cancel));
        await Fill(
            calendars, context, ReferenceKind.Calendar, id => reference.Calendar(id, cancel), () => reference.CalendarIds(cancel));

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

    /// <param name="list">What the register has of this kind.</param>
    private static async Task Fill<T>(
        Dictionary<string, T> known, ParseContext context, ReferenceKind kind, Func<string, Task<T?>> find,
        Func<Task<IReadOnlyList<string>>> list)
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

            T? found = await find(references.Key);
            if (found is not null and not Person { Erased: not null })
            {
                known.Add(references.Key, found);
                continue;
            }

            string fault = found is not null
                ? RegisterFaults.ErasedPerson.Fill(references.Key) : Unknown(kind, references.Key, known.Keys.Union(await list()));
            foreach (Reference reference in references)
            {
                context.AddFault(reference.Pointer, fault);
            }
        }
    }

    private static string Unknown(ReferenceKind kind, string id, IEnumerable<string> there)
    {
        string[] ids = kind == ReferenceKind.Person ? [] : [.. there.Order(StringComparer.Ordinal)];
        string? known = ids.Length == 0 ? null
            : string.Join(", ", ids.Take(NamedMax)) + (ids.Length > NamedMax ? $" and {ids.Length - NamedMax} more" : "");
        return kind switch
        {
            ReferenceKind.Person => RegisterFaults.UnknownPerson.Fill(id, id),
            ReferenceKind.Plan => RegisterFaults.UnknownPlan.Fill(id, known, id),
            _ => RegisterFaults.UnknownCalendar.Fill(id, known, id),
        };
    }
}
