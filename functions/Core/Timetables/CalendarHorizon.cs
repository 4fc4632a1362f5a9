using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// How far an item reaches, and which calendars end before (law 8): to its due date, and on to the last of the people who are told
/// when it is late. What is only repeated after that is left out: an item that is still open then has more urgent warnings, and
/// each line of its timetable says by itself where nobody knows the days yet.
/// </summary>
internal static class CalendarHorizon
{
    /// <summary>The item's own calendars first, then those of its people; each once.</summary>
    public static IEnumerable<WorkCalendar> EndsOf(AgreedItem item, Plan plan, JointDays days, Contacts contacts) =>
        Reaches(item, plan, days, contacts).Where(reach => reach.Calendar.KnownThrough < reach.To)
            .Select(reach => reach.Calendar).DistinctBy(calendar => (calendar.Id, calendar.KnownThrough));

    private static IEnumerable<(WorkCalendar Calendar, LocalDate To)> Reaches(AgreedItem item, Plan plan, JointDays days, Contacts contacts)
    {
        List<(Contact To, LocalDate Day)> told = [.. Told(item, plan, days, contacts)];
        LocalDate last = told.Select(notice => notice.Day).Append(item.DueOn).Max();
        return days.Calendars.Select(calendar => (calendar, last)).Concat(told.Select(notice => (notice.To.Calendar, notice.Day)));
    }

    private static IEnumerable<(Contact To, LocalDate Day)> Told(AgreedItem item, Plan plan, JointDays days, Contacts contacts) =>
        from name in new[] { LadderName.Due, LadderName.Overdue }
        let ladder = plan.Ladder(name)
        where ladder is not null
        from rung in ladder.Rungs
        let first = Step2Offset.FirstDate(rung, item.DueOn, days)
        from person in rung.To.SelectMany(role => contacts.PeopleInRole(item, name, role)).Distinct()
        let to = contacts[person]
        select (to, Step3Roll.WorkingDay(first, name, item.DueOn, item.DueOn, days.JoinedWith(to.Calendar)));
}
