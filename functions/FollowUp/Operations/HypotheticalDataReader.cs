using FollowUp.Parsing;
using FollowUp.Storage;

namespace FollowUp.Operations;

/// <summary>Finds out what a register would change of what is stored.</summary>
public sealed class HypotheticalDataReader(ReferenceStore reference)
{
    /// <summary>
    /// What of the register differs from what is there, or is not there yet: who changes may keep a calendar that comes with them.
    /// </summary>
    public async Task<HypotheticalData> Of(RegisterFile register, CancellationToken cancel)
    {
        (var people, bool isPeople) = await Differing(register.People, person => person.Id, person => reference.Preview(person, cancel));
        (var calendars, bool isCalendars) =
            await Differing(register.Calendars, calendar => calendar.Id, calendar => reference.Preview(calendar, cancel));
        (var plans, bool isPlans) = await Differing(register.Plans, plan => plan.Id, plan => reference.Preview(plan, cancel));
        return new(people, calendars, plans) { IsNothing = !isPeople && !isCalendars && !isPlans };
    }

    /// <returns>And whether something is among it that was there already.</returns>
    private static async Task<(IReadOnlyDictionary<string, T> Differing, bool IsChange)> Differing<T>(
        IEnumerable<T> proposed, Func<T, string> idOf, Func<T, Task<(T? Old, T Next)>> foresee)
        where T : class
    {
        Dictionary<string, T> differing = [];
        bool isChange = false;
        foreach (T content in proposed)
        {
            (T? old, T next) = await foresee(content);
            if (!ReferenceEquals(old, next))
            {
                differing[idOf(content)] = next;
                isChange |= old is not null;
            }
        }

        return (differing, isChange);
    }
}
