using FollowUp.Http.Responses;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/calendars</c>: the calendars that may be named, by id.
/// How far each is known stands with it, since dates after that cannot be counted.
/// </summary>
public sealed class ListCalendars(ReferenceStore reference)
{
    [Function(nameof(ListCalendars))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/calendars")] HttpRequest request) =>
        Refusals.Answer(new(nameof(ListCalendars)), request, async cancel =>
        {
            List<CalendarSummary> found = [];
            foreach (string id in (await reference.CalendarIds(cancel)).Order(StringComparer.Ordinal))
            {
                found.Add(CalendarSummary.Of((await reference.Calendar(id, cancel))!));
            }

            return Results.Json(new CalendarsResponse(found), Json.Options);
        });
}
