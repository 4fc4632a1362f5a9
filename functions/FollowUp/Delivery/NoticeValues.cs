using FollowUp.Letters;

namespace FollowUp.Delivery;

/// <summary>The facts of a notice by the names that sentences have for them.</summary>
internal static class NoticeValues
{
    public static Dictionary<string, object?> Of(Notice notice) => new()
    {
        ["title"] = notice.Title,
        ["agreement"] = notice.Agreement,
        ["signedOn"] = notice.SignedOn,
        ["owner"] = notice.Owner,
        ["issuer"] = notice.Issuer,
        ["dueOn"] = notice.DueOn,
        ["daysLeft"] = notice.DaysLeft,
        ["daysLate"] = notice.DaysLate,
        ["originalDueOn"] = notice.OriginalDueOn,
        ["extensions"] = notice.Extensions,
        ["askedFor"] = notice.AskedFor,
        ["question"] = notice.Question,
        ["escalatedTo"] = notice.EscalatedTo,
        ["waitsFor"] = notice.WaitsFor,
        ["waitingSince"] = notice.WaitingSince,
        ["silentSince"] = notice.SilentSince,
        ["waited"] = notice.Waited,
        ["reportedOn"] = notice.ReportedOn,
        ["said"] = notice.Said,
        ["by"] = notice.By,
        ["reference"] = notice.Evidence?.Ref,
        ["plannedAt"] = notice.PlannedAt,
        ["hoursDelayed"] = notice.LateBy is { } hours ? Math.Max(1, (int)hours.TotalHours) : null,
        ["daysDelayed"] = notice.LateBy is { } days ? (int)days.TotalDays : null,
        ["inPlaceOf"] = notice.InPlaceOf,
        ["role"] = notice.Role,
        ["reminder"] = notice.Before?.Count + 1,
        ["remindedOn"] = notice.Before?.LastOn,
        ["wordBy"] = notice.LastWord?.By,
        ["wordOn"] = notice.LastWord?.On,
        ["word"] = notice.LastWord?.Text,
        ["returnReportedOn"] = notice.LastReturn?.ReportedOn,
        ["returnedOn"] = notice.LastReturn?.On,
        ["returnSaid"] = notice.LastReturn?.Said,
    };
}
