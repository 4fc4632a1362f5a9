using System.Diagnostics;
using FollowUp.Calendars;
using FollowUp.Http.Responses;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Scheduling;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Http;

/// <summary>
/// The one place where refusals become status codes: RFC 9457 problems with a stable <c>type</c>, and with <c>errors</c> that
/// point at what is wrong in the body.
/// </summary>
public static class Refusals
{
    /// <summary>In seconds. The store's client has tried for longer than that already: what ails it takes a while.</summary>
    private const string Pause = "5";

    /// <summary>Does <paramref name="call"/>, and answers with a problem where it refuses or fails.</summary>
    public static async Task<IResult> Answer(HttpRequest request, Func<CancellationToken, Task<IResult>> call, Takes takes = Takes.Nothing)
    {
        CancellationToken cancel = request.HttpContext.RequestAborted;
        try
        {
            await Demand(request, takes, cancel);
            return new BufferedAnswer(await call(cancel));
        }
        catch (Exception refusal) when (Problem(refusal) is { } problem)
        {
            return new BufferedAnswer(problem);
        }
        catch (Exception failure) when (IsOurs(failure, cancel))
        {
            return new BufferedAnswer(Failed(request, failure));
        }
    }

    /// <summary>A failure that no caller can do anything about: 500, and under its id in the log what it was.</summary>
    internal static IResult Failed(HttpRequest request, Exception failure)
    {
        string id = Activity.Current?.TraceId.ToString() ?? request.HttpContext.TraceIdentifier;

        // Its message may say what somebody wrote.
        _ = Activity.Current?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
        request.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Refusals)).CallFailed(request.Method, request.Path, id, failure);
        return Problem(500, "failed", "Something went wrong here", $"It is no fault of the request. What it was is in the log, under {id}.");
    }

    /// <summary>For what is not even in the register: addresses and files.</summary>
    internal static IResult NotThere(string detail) => new BufferedAnswer(Problem(404, "not-found", "There is no such thing", detail));

    /// <summary>Whether there is somebody to tell of it; a caller who has gone hears nothing.</summary>
    internal static bool IsOurs(Exception failure, CancellationToken gone) => failure is not OperationCanceledException || !gone.IsCancellationRequested;

    private static async Task Demand(HttpRequest request, Takes takes, CancellationToken cancel)
    {
        if (!takes.HasFlag(Takes.AnyTime))
        {
            await request.HttpContext.RequestServices.GetRequiredService<StoreReadiness>().Demand(cancel);
        }

        if (!takes.HasFlag(Takes.Options))
        {
            _ = new Query(request);
        }

        Preconditions.Demand(request, takes.HasFlag(Takes.ETags));
        if (Preconditions.IsReading(request) || HttpMethods.IsDelete(request.Method))
        {
            await Body.DemandNone(request, cancel);
        }
    }

    private static IResult? Problem(Exception refusal) => refusal switch
    {
        MalformedException malformed => Problem(400, "malformed", "The body cannot be read", malformed.Message, malformed.Faults),
        BadHttpRequestException { StatusCode: 400 or 408 } bad => Problem(bad.StatusCode, "malformed", "The body cannot be read", "The body did not arrive as it was announced; send it again."),
        BadHttpRequestException { StatusCode: 413 } => Problem(413, "too-large", "The body is too large", "It is more than the host takes."),
        UnsupportedBodyException unsupported => new AnswerWithHeader(Problem(415, "unsupported", "This kind of body is not taken", unsupported.Message), unsupported.Header, unsupported.Taken),
        NoWorkingDayException never => Problem(422, "invalid-input", "Something in the request is wrong; nothing was stored", never.Message, [new("", never.Message)]),
        InvalidInputException invalid => Problem(422, "invalid-input", "Something in the request is wrong; nothing was stored", Told(invalid.Faults), invalid.Faults),
        BodyTooLargeException => Problem(413, "too-large", "The body is too large", refusal.Message),
        NotFoundException => Problem(404, "not-found", "There is no such thing", refusal.Message),
        ItemRefusedException { Refusal: Refusal.NotAllowed } => Problem(403, "not-allowed", "Somebody else may do this", refusal.Message),
        ItemRefusedException { Refusal: Refusal.Impossible } impossible => Problem(422, "invalid-input", "Something in the request is wrong; nothing was stored", impossible.Message, [new(impossible.Pointer ?? "", impossible.Message)]),
        ItemRefusedException => Problem(409, "not-now", "The item's state does not allow it", refusal.Message),
        TakenException => Problem(409, "taken", "The id is taken by other content", refusal.Message),
        WeakTagException => Problem(412, "weak-tag", "A weak ETag matches nothing", refusal.Message),
        StaleException or UnseenException => Problem(412, "stale", "It has changed since it was read", refusal.Message),
        KeyReusedException => Problem(422, "key-reused", "The idempotency key was used before", refusal.Message),
        RowFullException => Problem(409, "full", "The store cannot take more for this", refusal.Message),
        StoreUnavailableException { Trouble.Passes: false } => Problem(503, "store-broken", "The store must be mended first", refusal.Message),
        ContentionException or StoreUnavailableException or ClockUnavailableException => new AnswerWithHeader(Problem(503, "busy", "Not now; try again", refusal.Message), HeaderNames.RetryAfter, Pause),
        _ => null,
    };

    /// <summary>How many things are wrong, and the first of them; <c>errors</c> has them all.</summary>
    private static string Told(IReadOnlyList<Fault> faults) => faults switch
    {
        [var only] => InWords(only),
        [var first, ..] => $"{(faults.Count < ParseContext.FaultsMax ? "" : "At least ")}{faults.Count} things are wrong; the first: {InWords(first)}",
        _ => "",
    };

    private static string InWords(Fault fault) => fault.Pointer.Length == 0 ? $"the body {fault.Detail}" : $"{fault.Pointer} {fault.Detail}";

    internal static IResult Problem(int status, string type, string title, string detail, IReadOnlyList<Fault>? errors = null) =>
        Results.Json(
            new ProblemResponse($"/problems/{type}", title, status, detail, errors),
            Json.Options, "application/problem+json", status);
}

/// <summary>An answer with a header that says the way out.</summary>
internal sealed class AnswerWithHeader(IResult answer, string header, string value) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers[header] = value;
        return answer.ExecuteAsync(httpContext);
    }
}
