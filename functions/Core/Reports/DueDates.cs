using FollowUp.Items;

namespace FollowUp.Reports;

/// <summary>
/// What is due before the next meeting, items and their stages; while an item waits for the other side, nothing of it is.
/// </summary>
internal static class DueDates
{
    public static IEnumerable<ReportDate> Of(StandingItem one, ReportPeriod period)
    {
        if (period.NextMeetingOn is not { } meeting || one.Item is not { IsPending: true, IsWaiting: false } item)
        {
            yield break;
        }

        foreach (Stage stage in item.Stages.Where(stage => stage.Done is null && stage.DueOn <= meeting))
        {
            yield return new(
                stage.DueOn, one.Number, ReportLine.Of("date.stage", one.Entries.Accepted, ("stage", stage.Id), ("title", item.Title)));
        }

        if (item.DueOn <= meeting)
        {
            yield return new(item.DueOn, one.Number, ReportLine.Of(
                "date.item", one.Entries.OfDueDate(item), ("title", item.Title), ("owner", new ReportPerson(item.Owner))));
        }
    }
}
