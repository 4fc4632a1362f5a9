using FollowUp.Calendars;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>A register file: reference data and agreements that go in together or not at all.</summary>
public sealed record RegisterFile(
    IReadOnlyList<Person> People,
    IReadOnlyList<WorkCalendar> Calendars,
    IReadOnlyList<Plan> Plans,
    IReadOnlyList<AgreementDraft> Agreements)
{
    /// <param name="besides">What else the body may hold.</param>
    public static RegisterFile Read(JsonField register, params ReadOnlySpan<string> besides)
    {
        register.Only(["people", "calendars", "plans", "agreements", .. besides]);
        return new(
            Each(register["people"], PersonForm.Read, person => person.Id),
            Each(register["calendars"], CalendarForm.Read, calendar => calendar.Id),
            Each(register["plans"], PlanForm.Read, plan => plan.Id),
            Each(register["agreements"], AgreementForm.Read, draft => draft.Agreement.Id));
    }

    /// <summary>A register of nothing but one agreement.</summary>
    public static RegisterFile Of(AgreementDraft agreement) => new([], [], [], [agreement]);

    private static List<T> Each<T>(JsonField list, Func<JsonField, T> read, Func<T, string> id)
    {
        List<T> members = [];
        HashSet<string> seen = [];
        foreach (JsonField field in list.List(Limits.Many))
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
