using FollowUp.Items;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Http;

/// <summary>Agreements and items as callers see them.</summary>
public static class ItemView
{
    public static object Of(AgreedItem item, Instant now) => new
    {
        item.Agreement,
        item.Id,
        item.Kind,
        item.Clause,
        item.Title,
        item.Owner,
        item.Supporting,
        item.Issuer,
        item.Counterpart,
        item.Coordinator,
        item.Chain,
        item.DueOn,
        item.OriginalDueOn,
        item.TimeZone,
        Calendars = item.Calendars.Select(calendar => calendar.Id),
        Plan = item.Plan.Id,
        PlanRevision = item.Plan.Revision,
        item.Stages,
        item.State,
        Open = item.IsOpen,
        item.DependsOn,
        Recurrence = item.Recurrence is { } recurrence ? Of(recurrence) : null,
        Slip = item.SlipAt(now) is Slip.None ? null : item.SlipAt(now).ToString().ToLowerInvariant(),
        DaysLate = item.DaysLateAt(now),
        item.AssignedAt,
        item.Receipt,
        item.Progress,
        item.Completion,
        item.Confirmation,
        Returns = item.Returns.Select(returned => new { returned.By, returned.At, returned.Reason }),
        item.Withdrawal,
        Slippage = new { Days = item.Slippage(), Extensions = item.Granted(), Changes = item.DueChanges },
        Extensions = item.Extensions.Select(Of),
        Waiting = item.Suspensions,
        item.HandOvers,
        Rebases = item.Rebases.Select(rebase => new { rebase.By, rebase.At, Text = rebase.InWords() }),
        item.ToldLate,
        item.NextAt,
        item.Warnings,
        item.Revision,
    };

    private static object Of(Recurrence recurrence) => new
    {
        recurrence.Rule,
        recurrence.Number,
        recurrence.Series,
        NextDueOn = recurrence.DueOn(recurrence.Number + 1),
        Next = recurrence.Next?.Item,
    };

    private static object Of(Extension extension) => new
    {
        extension.Number,
        extension.By,
        extension.At,
        extension.DueOn,
        extension.Reason,
        Decision = extension.Decision is { } decided ? Extending.Word(decided.IsGranted) : null,
        DecidedBy = extension.Decision?.By,
        DecidedAt = extension.Decision?.At,
        extension.Decision?.Note,
    };

    public static object Of(StoredAgreement stored) => new
    {
        stored.Agreement.Id,
        stored.Agreement.Kind,
        stored.Agreement.SignedOn,
        stored.Agreement.Place,
        stored.Agreement.Title,
        stored.Agreement.Parties,
        stored.Agreement.Coordinator,
        stored.Agreement.Chain,
        stored.Agreement.Clauses,
        stored.Items,
        State = stored.IsActive ? "active" : "importing",
    };

    /// <summary>The item with its ETag.</summary>
    public static IResult Answer(HttpRequest request, AgreedItem item, Instant now, int status = StatusCodes.Status200OK)
    {
        // In which of several letters of one moment it was said first changes nothing.
        object? shown = Preconditions.IsReading(request) ? Of(item with { ToldLate = [.. item.ToldLate.Order(StringComparer.Ordinal)] }, now) : null;
        request.HttpContext.Response.Headers.ETag = Preconditions.TagOf(item.Revision, shown);
        return Results.Json(Of(item, now), Json.Options, statusCode: status);
    }
}
