using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Parsing.CalendarFiles;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>GET | PUT /api/calendars/{id}</c>: a working calendar, as JSON or, to PUT, as a <c>text/calendar</c> file with what that does not
/// say by itself behind the <c>?</c>: <c>knownThrough</c>, and where needed <c>working</c>, <c>ignore</c>, <c>weekend</c>, <c>language</c> and <c>earlier</c>.
/// The answer to a file says what each of its events became. A new revision touches no running item (law 9).
/// </summary>
public sealed class CalendarResource(ReferenceStore reference, ReferenceResolver references)
{
    private static readonly string[] Types = [ContentType.Json, ContentType.Calendar];
    private static readonly string[] OfFiles = ["knownThrough", "working", "ignore", "weekend", "language", "earlier"];

    [Function("GetCalendar")]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/calendars/{id}")] HttpRequest request,
        string id) => Refusals.Answer(request, async cancel =>
    {
        RouteIds.DemandCalendar(id);
        return Results.Json(CalendarResponse.Of(await reference.Calendar(id, cancel) ?? throw new NotFoundException($"Calendar {id}")), Json.Options);
    });

    [Function("PutCalendar")]
    public Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/calendars/{id}")] HttpRequest request,
        string id) => Refusals.Answer(request, async cancel =>
    {
        ParseContext parse = new();
        CalendarFromFile? file = ContentType.IsCalendar(request) ? await ReadFile(request, id, parse, cancel) : null;
        WorkCalendar read = file?.Calendar ?? ReadJson(await Body.Read(request, cancel, Limits.BodyBytes, Types), id, parse);
        _ = await references.Resolve(new([], [read], [], []), parse, cancel);
        parse.Demand();
        return Results.Json(CalendarResponse.Of(await reference.Put(read, cancel), file?.Contributed), Json.Options);
    }, Takes.Options);

    private async Task<CalendarFromFile> ReadFile(HttpRequest request, string id, ParseContext parse, CancellationToken cancel)
    {
        Query query = new(request, OfFiles);
        string? earlier = query.OneOf("earlier", "keep", "drop");
        CalendarFromFile file = CalendarFile.Read((await Body.Read(request, cancel, Limits.RegisterBytes, Types)).Bytes.Span, Options(request, query, id), parse);
        return earlier == "drop" || parse.Faults.Count > 0 || await reference.Calendar(id, cancel) is not { } known
            ? file
            : file with { Calendar = Among(known, file.Calendar, earlier is not null, parse) };
    }

    /// <summary>Offices publish a year at a time: whether the years around it go on to count is for the caller to say.</summary>
    private static WorkCalendar Among(WorkCalendar known, WorkCalendar file, bool isKept, ParseContext parse)
    {
        (CalendarCoverage ours, CalendarCoverage others) = (CalendarCoverage.Of(file), CalendarCoverage.Of(known));
        (bool isAfter, bool isBefore) = (ours.IsAfterDaysOf(known), ours.IsBeforeDaysOf(known));
        string knownSince = $"{known.Id} knows days since {others.From?.Year}, and the file begins {Begins(ours)}";
        string knownThrough = $"{known.Id} knows days through {others.Through:uuuu-MM-dd}, and the file ends on {ours.Through:uuuu-MM-dd}";
        string? why = isAfter && !isKept ? $"is required: {knownSince}; keep them, or drop them"
            : isBefore && !isKept ? $"is required: {knownThrough}; keep them, or drop them"
            : isAfter && others.LeavesAHoleBefore(ours) ? $"cannot be kept: {known.Id} is known through {others.Through:uuuu-MM-dd}, and the file begins {Begins(ours)}"
            : isBefore && ours.LeavesAHoleBefore(others) ? $"cannot be kept: {known.Id} begins {Begins(others)}, and the file ends on {ours.Through:uuuu-MM-dd}"
            : null;
        if (why is not null)
        {
            parse.Fault("/earlier", why);
        }

        return ours.Within(known, file);
    }

    /// <summary>The year that it is about; the day, where that lies further in a year of which days are known.</summary>
    private static string Begins(CalendarCoverage stretch) =>
        stretch.From is { } day && day == new LocalDate(stretch.Year, 1, 1) ? $"in {stretch.Year}" : $"on {stretch.From:uuuu-MM-dd}";

    private static WorkCalendar ReadJson(Body body, string id, ParseContext parse)
    {
        if (OfFiles.Where(body.Request.Query.ContainsKey).ToList() is [_, ..] options)
        {
            throw new InvalidInputException([.. options.Select(option => new Fault($"/{option}", $"goes with a calendar file, sent with Content-Type: {ContentType.Calendar}; a calendar in JSON says it itself"))]);
        }

        _ = new Query(body.Request);
        JsonField root = parse.Root(body.Bytes);
        WorkCalendar read = CalendarForm.Read(root);
        if (read.Id != id)
        {
            root["id"].Fault($"must be the id in the address, {id}");
        }

        return read;
    }

    private static CalendarFileOptions Options(HttpRequest request, Query query, string id)
    {
        RouteIds.DemandCalendar(id);
        LocalDate knownThrough = query.Date("knownThrough")
            ?? throw new InvalidInputException("/knownThrough", "is required: a file does not say how far it has been announced; a date like 2026-12-31");
        return new(id, knownThrough, CalendarForm.Weekend(query["weekend"] ?? "saturday,sunday"), Words(request, "working"), query.OneOf("language", [.. Wording.Languages]) ?? "en")
        {
            Ignore = Words(request, "ignore"),
        };
    }

    /// <summary>Words of the caller's, where none at all is an answer too.</summary>
    private static string? Words(HttpRequest request, string option) => request.Query.TryGetValue(option, out var words) ? words.ToString() : null;
}
