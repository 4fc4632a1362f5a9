using FollowUp.Calendars;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Parsing.CalendarFiles;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Http;

/// <summary>
/// <c>GET | PUT /api/calendars/{id}</c>: a working calendar, as JSON or, to PUT, as a <c>text/calendar</c> file with what that does not
/// say by itself behind the <c>?</c>: <c>knownThrough</c>, and where needed <c>working</c>, <c>ignore</c>, <c>weekend</c>,
/// <c>language</c> and <c>earlier</c>. The answer to a file says what each of its events became. A new revision touches no running item
/// (law 9).
/// </summary>
public sealed class CalendarResource(ReferenceStore reference, ReferenceResolver references)
{
    private static readonly string[] Types = [ContentType.Json, ContentType.Calendar];

    /// <summary>A working calendar.</summary>
    [Function("GetCalendar")]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/calendars/{id}")] HttpRequest request,
        string id) => Refusals.Answer(new("GetCalendar"), request, async cancel =>
    {
        RouteIds.RequireCalendar(id);
        WorkCalendar calendar = await reference.Calendar(id, cancel) ?? throw new NotFoundException($"Calendar {id}");
        return Answer(calendar);
    }, AcceptedInputs.IfMatch);

    /// <summary>
    /// A working calendar, written as JSON or as an iCalendar file; what that does not say by itself stands in the options.
    /// </summary>
    [Function("PutCalendar")]
    public Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/calendars/{id}")] HttpRequest request,
        string id) => Refusals.Answer(new("PutCalendar"), request, async cancel =>
    {
        ParseContext context = new();
        ParsedCalendarFile? file = ContentType.IsCalendar(request)
            ? await CalendarFileRequest.Read(request, id, Types, reference, context, cancel)
            : null;
        WorkCalendar read = file?.Calendar ?? ReadJson(await RequestBody.Read(request, cancel, Limits.BodyBytes, Types), id, context);
        context.RequireRoom("", read, CalendarParser.WayOutOfFull);
        _ = await references.Resolve(new([], [read], [], []), context, cancel);
        context.ThrowIfFaulty();
        return Answer(await reference.Put(read, cancel, Preconditions.IfMatchRevisions(request)), file?.Contributed);
    }, AcceptedInputs.QueryOptions | AcceptedInputs.IfMatch);

    private static ResultWithHeader Answer(WorkCalendar calendar, CalendarFileReport? contributed = null) => new(
        Results.Json(CalendarResponse.Of(calendar, contributed), Json.Options), HeaderNames.ETag,
        Preconditions.ETagOf(calendar.Revision, null));

    private static WorkCalendar ReadJson(RequestBody body, string id, ParseContext context)
    {
        CalendarFileRequest.RefuseOptions(body.Request);
        _ = new QueryOptions(body.Request);
        JsonField root = context.ParseJson(body.Bytes);
        WorkCalendar read = CalendarParser.Parse(root);
        RouteIds.CheckSame(id, read.Id, root);
        return read;
    }
}
