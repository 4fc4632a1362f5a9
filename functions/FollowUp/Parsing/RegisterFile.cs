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
    public static RegisterFile Parse(JsonField register, params ReadOnlySpan<string> besides)
    {
        register.AllowOnly(["people", "calendars", "plans", "agreements", .. besides]);
        return new(
            UniqueById(register["people"], PersonParser.Parse, person => person.Id),
            UniqueById(register["calendars"], CalendarParser.Parse, calendar => calendar.Id),
            UniqueById(register["plans"], PlanParser.Parse, plan => plan.Id),
            UniqueById(register["agreements"], AgreementParser.Parse, draft => draft.Agreement.Id));
    }

    /// <summary>A register of nothing but one agreement.</summary>
    public static RegisterFile FromAgreement(AgreementDraft agreement) => new([], [], [], [agreement]);

    private static List<T> UniqueById<T>(JsonField list, Func<JsonField, T> read, Func<T, string> id)
    {
        List<T> members = [];
        HashSet<string> seen = [];
        foreach (JsonField field in list.List(Limits.Many))
        {
            T member = read(field);
            members.Add(member);
            if (id(member).Length > 0 && !seen.Add(id(member)))
            {
                field["id"].AddDuplicateFault(id(member));
            }
        }

        return members;
    }
}
