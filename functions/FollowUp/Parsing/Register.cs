using FollowUp.Calendars;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>A register file: reference data and agreements that go in together or not at all.</summary>
public sealed record Register(
    IReadOnlyList<Person> People,
    IReadOnlyList<WorkCalendar> Calendars,
    IReadOnlyList<Plan> Plans,
    IReadOnlyList<AgreementDraft> Agreements)
{
    /// <param name="besides">What else the body may hold.</param>
    public static Register Read(Field register, params ReadOnlySpan<string> besides)
    {
        register.Only(["people", "calendars", "plans", "agreements", .. besides]);
        return new(
            Each(register["people"], PersonForm.Read, person => person.Id),
            Each(register["calendars"], CalendarForm.Read, calendar => calendar.Id),
            Each(register["plans"], PlanForm.Read, plan => plan.Id),
            Each(register["agreements"], AgreementForm.Read, draft => draft.Agreement.Id));
    }

    /// <summary>A register of nothing but one agreement.</summary>
    public static Register Of(AgreementDraft agreement) => new([], [], [], [agreement]);

    private static List<T> Each<T>(Field list, Func<Field, T> read, Func<T, string> id)
    {
        List<T> members = [];
        HashSet<string> seen = [];
        foreach (Field field in list.List(Limits.Many))
        {
            T member = read(field);
            members.Add(member);
            if (id(member).Length > 0 && !seen.Add(id(member)))
            {
                field["id"].Fault($"is in this list twice: {id(member)}");
            }
        }

        return members;
    }
}
