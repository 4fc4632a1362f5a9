using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>A page of the register of agreements.</summary>
/// <param name="Next">The cursor of the next page; absent on the last.</param>
public sealed record AgreementsResponse(IEnumerable<AgreementResponse> Agreements, string? Next);

/// <summary>A page of items across agreements.</summary>
/// <inheritdoc cref="AgreementsResponse" path="/param[@name='Next']"/>
public sealed record ItemsResponse(Instant Now, IEnumerable<ItemResponse> Items, string? Next);

/// <summary>Everyone in the register.</summary>
public sealed record PeopleResponse(IEnumerable<PersonResponse> People);

/// <summary>The calendars that may be named.</summary>
public sealed record CalendarsResponse(IEnumerable<CalendarSummary> Calendars);

/// <summary>A calendar without its days.</summary>
/// <param name="KnownThrough">The last day that can be counted.</param>
public sealed record CalendarSummary(string Id, Wording Name, LocalDate KnownThrough, int Revision)
{
    public static CalendarSummary Of(WorkCalendar calendar) => new(calendar.Id, calendar.Name, calendar.KnownThrough, calendar.Revision);
}

/// <summary>The plans that may be named.</summary>
public sealed record PlansResponse(IEnumerable<PlanSummary> Plans);

/// <summary>A plan without its ladders.</summary>
public sealed record PlanSummary(string Id, int Revision)
{
    public static PlanSummary Of(Plan plan) => new(plan.Id, plan.Revision);
}
