using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Registers;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>GET | PUT /api/calendars/{id}</c>: a working calendar, as JSON or, to PUT, as a <c>text/calendar</c> file with what that does not
/// say by itself behind the <c>?</c>: <c>knownThrough</c>, and where needed <c>working</c>, <c>weekend</c>, <c>language</c> and <c>earlier</c>. A new
/// revision touches no running item (law 9).
/// </summary>
public sealed class CalendarResource(ReferenceData data, Lookup lookup)
{
    private static readonly string[] Types = [ContentType.Json, ContentType.Calendar];

    [Function("GetCalendar")]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/calendars/{id}")] HttpRequest request,
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
        Reading reading = new();
        WorkCalendar read = ContentType.IsCalendar(request)
            ? await ReadFile(request, id, reading, cancel)
            : ReadJson(await Body.Read(request, cancel, Limits.BodyBytes, Types), id, reading);
        _ = await lookup.Resolve(new([], [read], [], []), reading, cancel);
        reading.Demand();
        return Results.Json(ReferenceView.Of(await data.Put(read, cancel)), Json.Options);
    }, Takes.Options);

    /// <summary>Offices publish a year at a time: whether the years before go on to count is for the caller to say.</summary>
    private async Task<WorkCalendar> ReadFile(HttpRequest request, string id, Reading reading, CancellationToken cancel)
    {
        Query query = new(request, "knownThrough", "working", "weekend", "language", "earlier");
        string? earlier = query.OneOf("earlier", "keep", "drop");
        WorkCalendar file = CalendarFile.Read((await Body.Read(request, cancel, Limits.RegisterBytes, Types)).Bytes.Span, Options(request, query, id), reading);
        if (file.Begins() is not { } begins || earlier == "drop" || await data.Calendar(id, cancel) is not { } known || known.Begins() is not { } since || since >= begins)
        {
            return file;
        }

        string? why = earlier is null ? $"is required: {id} knows days since {since.Year}, and the file begins in {begins.Year}; keep them, or drop them"
            : known.KnownThrough < begins.PlusDays(-1) ? $"cannot be kept: {id} is known through {known.KnownThrough:uuuu-MM-dd}, and the file begins in {begins.Year}"
            : null;
        if (why is not null)
        {
            reading.Fault("/earlier", why);
        }

        return file.After(known);
    }

    private static WorkCalendar ReadJson(Body body, string id, Reading reading)
    {
        _ = new Query(body.Request);
        Field root = reading.Root(body.Bytes);
        WorkCalendar read = CalendarForm.Read(root);
        if (read.Id != id)
        {
            root["id"].Fault($"must be the id in the address, {id}");
        }

        return read;
    }

    private static CalendarFileOptions Options(HttpRequest request, Query query, string id)
    {
        Ids.Demand($"Calendar {id}", id);
        LocalDate knownThrough = query.Date("knownThrough") is { Year: >= Limits.YearMin and <= Limits.YearMax } day
            ? day
            : throw new InvalidInputException("/knownThrough", "is required: a file does not say how far it has been announced; a date like 2026-12-31");
        string? working = request.Query.TryGetValue("working", out var word) ? word.ToString() : null;
        return new(id, knownThrough, CalendarForm.Weekend(query["weekend"] ?? "saturday,sunday"), working, query.OneOf("language", [.. Wording.Languages]) ?? "en");
    }
}
