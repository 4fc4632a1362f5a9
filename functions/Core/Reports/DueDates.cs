using FollowUp.Items;
using NodaTime;

namespace FollowUp.Reports;

/// <summary>
/// What falls due after the report's day and up to the next meeting, items and their stages: what is over already is overdue. While an
/// item waits for the other side, nothing of it is due.
/// </summary>
internal static class DueDates
{
    public static IEnumerable<ReportDate> Of(StandingItem one, ReportPeriod period)
    {
        if (period.NextMeetingOn is not { } meeting || one.Item is not { IsPending: true, IsWaiting: false } item)
        {
            yield break;
        }

        LocalDate today = item.DayOf(period.AsOf);
        foreach (Stage stage in item.Stages.Where(stage => stage.Done is null && IsAhead(stage.DueOn)))
        {
            yield return new(
                stage.DueOn, one.Number, ReportLine.Of("date.stage", one.Entries.Accepted, ("stage", stage.Id), ("title", item.Title)));
        }

        if (IsAhead(item.DueOn))
        {
            yield return new(item.DueOn, one.Number, ReportLine.Of(
                "date.item", one.Entries.OfDueDate(item), ("title", item.Title), ("owner", new ReportPerson(item.Owner))));
        }

        bool IsAhead(LocalDate day) => day > today && day <= meeting;
    }
}
