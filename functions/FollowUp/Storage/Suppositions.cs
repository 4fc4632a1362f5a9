using FollowUp.Registers;

namespace FollowUp.Storage;

/// <summary>Finds out what a register would change of what is stored.</summary>
public sealed class Suppositions(ReferenceData data)
{
    /// <summary>What of the register differs from what is there; what is new to the register changes nothing that runs.</summary>
    public async Task<Supposition> Of(Register register, CancellationToken cancel) => new(
        await Changed(register.People, person => person.Id, id => data.Person(id, cancel), (person, stored) => person with { Revision = stored.Revision }),
        await Changed(register.Calendars, calendar => calendar.Id, id => data.Calendar(id, cancel), (calendar, stored) => calendar with { Revision = stored.Revision }),
        await Changed(register.Plans, plan => plan.Id, id => data.Plan(id, cancel), (plan, stored) => plan with { Revision = stored.Revision }));

    private static async Task<IReadOnlyDictionary<string, T>> Changed<T>(IEnumerable<T> proposed, Func<T, string> idOf, Func<string, Task<T?>> find, Func<T, T, T> revised)
        where T : class
    {
        Dictionary<string, T> changed = [];
        foreach (T content in proposed)
        {
            if (await find(idOf(content)) is { } stored && Fingerprints.Of(revised(content, stored)) != Fingerprints.Of(stored))
            {
                changed[idOf(content)] = content;
            }
        }

        return changed;
    }
}
