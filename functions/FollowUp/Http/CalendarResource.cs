using FollowUp.Calendars;
using FollowUp.Registers;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary><c>GET | PUT /api/calendars/{id}</c>: a working calendar. A new revision touches no running item (law 9).</summary>
public sealed class CalendarResource(ReferenceData data, Lookup lookup)
{
    [Function("GetCalendar")]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/calendars/{id}")] HttpRequest request,
        string id) => Refusals.Answer(request, async cancel =>
    {
        Ids.Demand($"Calendar {id}", id);
        return Results.Json(ReferenceView.Of(await data.Calendar(id, cancel) ?? throw new NotThereException($"Calendar {id}")), Json.Options);
    });

    [Function("PutCalendar")]
    public Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/calendars/{id}")] HttpRequest request,
        string id) => Refusals.Answer(request, async cancel =>
    {
        Body body = await Body.Read(request, cancel);
        Reading reading = new();
        Field root = reading.Root(body.Bytes);
        WorkCalendar read = CalendarForm.Read(root);
        if (read.Id != id)
        {
            root["id"].Fault($"must be the id in the address, {id}");
        }

        _ = await lookup.Resolve(new([], [read], [], []), reading, cancel);
        reading.Demand();
        return Results.Json(ReferenceView.Of(await data.Put(read, cancel)), Json.Options);
    });
}
