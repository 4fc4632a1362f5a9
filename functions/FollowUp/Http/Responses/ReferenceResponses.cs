using System.Globalization;
using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Parsing.CalendarFiles;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>A plan as registers write it, so that what was read can be changed and written back.</summary>
public sealed record PlanResponse(string Id, string Hour, int ExtensionsMax, IEnumerable<LadderResponse> Ladders, int Revision)
{
    /// <summary>Absent where the plan has none.</summary>
    public ReviewResponse? Review { get; init; }

    public static PlanResponse Of(Plan plan) => new(
        plan.Id, plan.Hour.ToString("HH':'mm", CultureInfo.InvariantCulture), plan.ExtensionsMax, plan.Ladders.Select(LadderResponse.Of),
        plan.Revision)
    {
        Review = ReviewResponse.Of(plan.Review),
    };
}

/// <summary>When the levels hear of everything that is late; <paramref name="Hour"/> is absent where it is the plan's.</summary>
public sealed record ReviewResponse(IsoDayOfWeek Day, string? Hour)
{
    public static ReviewResponse? Of(WeeklyReview? review) =>
        review is null ? null : new(review.Day, review.Hour?.ToString("HH':'mm", CultureInfo.InvariantCulture));
}

/// <summary>A ladder of a plan.</summary>
public sealed record LadderResponse(LadderName Ladder, IEnumerable<RungResponse> Rungs)
{
    public static LadderResponse Of(Ladder ladder) => new(ladder.Name, ladder.Rungs.Select(RungResponse.Of));
}

/// <summary>A rung of a ladder; <paramref name="Every"/> and <paramref name="Times"/> are absent where it speaks once.</summary>
public sealed record RungResponse(string Id, string Offset, string? Every, int? Times, IReadOnlyList<string> To)
{
    public static RungResponse Of(Rung rung) =>
        new(rung.Id, rung.Offset.ToString(), rung.Every?.ToString(), rung.Every is null ? null : rung.Times, rung.To);
}

/// <summary>A calendar as registers write it, so that what was read can be changed and written back.</summary>
/// <param name="Contributed">What a calendar file brought, in the answer to it.</param>
public sealed record CalendarResponse(
    string Id, Wording Name, IReadOnlyList<IsoDayOfWeek> Weekend, IEnumerable<DayResponse> Holidays, IEnumerable<DayResponse> WorkingDays,
    LocalDate KnownThrough, int Revision, CalendarFileReport? Contributed)
{
    public static CalendarResponse Of(WorkCalendar calendar, CalendarFileReport? contributed = null) => new(
        calendar.Id, calendar.Name, calendar.Weekend, Days(calendar.Holidays), Days(calendar.WorkingDays), calendar.KnownThrough,
        calendar.Revision, contributed);

    private static IEnumerable<DayResponse> Days(IReadOnlyDictionary<LocalDate, Wording> days) =>
        days.OrderBy(day => day.Key).Select(day => new DayResponse(day.Key, day.Value));
}

/// <summary>A day that has a name.</summary>
public sealed record DayResponse(LocalDate Date, Wording Name);
