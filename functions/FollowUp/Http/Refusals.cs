using System.Diagnostics;
using System.Globalization;
using FollowUp.Access;
using FollowUp.Calendars;
using FollowUp.Http.Responses;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Operations.Bulk;
using FollowUp.Operations.Changes;
using FollowUp.Operations.Erasures;
using FollowUp.Operations.Sheets;
using FollowUp.Operations.Successions;
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
    /// <summary>The store's client has tried for longer than that already, so an earlier try would hardly succeed.</summary>
    private const string RetryAfterSeconds = "5";

    /// <summary>
    /// Lets the caller in or not, does <paramref name="call"/>, and answers with a problem where it refuses or fails. No function is called
    /// over HTTP in any other way.
    /// </summary>
    public static async Task<IResult> Answer(
        CallTarget target, HttpRequest request, Func<CancellationToken, Task<IResult>> call, AcceptedInputs takes = AcceptedInputs.None)
    {
        CancellationToken cancel = request.HttpContext.RequestAborted;
        try
        {
            await LetIn(target, request, takes, cancel);
            await Validate(request, takes, cancel);
            return new BufferedResult(await call(cancel));
        }
        catch (Exception refusal) when (Problem(refusal) is { } problem)
        {
            if (refusal is AccessRefusedException { Refusal: AccessRefusal.Unauthenticated } or LinkRefusedException { Status: 404 })
            {
                LimitsOf(request).CountWrongKey(request.HttpContext, target);
            }

            return new BufferedResult(problem);
        }
        catch (Exception failure) when (CanBeAnswered(failure, cancel))
        {
            return new BufferedResult(InternalError(request, failure));
        }
    }

    /// <summary>A failure that no caller can do anything about: 500, and under its id in the log what it was.</summary>
    internal static IResult InternalError(HttpRequest request, Exception failure)
    {
        string id = Activity.Current?.TraceId.ToString() ?? request.HttpContext.TraceIdentifier;

        // Its message may say what somebody wrote.
        _ = Activity.Current?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
        ILogger log = request.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Refusals));
        log.CallFailed(request.Method, request.Path, id, failure);
        string detail = $"It is no fault of the request. What it was is in the log, under {id}.";
        return Problem(500, "failed", "Something went wrong here", detail);
    }

    /// <summary>For what is not even in the register: addresses and files.</summary>
    internal static IResult NotFound(string detail) => new BufferedResult(Missing(detail));

    /// <summary>Whether the caller is still there: one who has closed the connection gets no answer.</summary>
    internal static bool CanBeAnswered(Exception failure, CancellationToken gone) =>
        failure is not OperationCanceledException || !gone.IsCancellationRequested;

    private static async Task LetIn(CallTarget target, HttpRequest request, AcceptedInputs takes, CancellationToken cancel)
    {
        IServiceProvider services = request.HttpContext.RequestServices;
        services.GetRequiredService<AccessScreen>().Pass(request.HttpContext, target);
        LimitsOf(request).RequireFewWrongKeys(request.HttpContext, target);
        bool isEarly = takes.HasFlag(AcceptedInputs.BeforeReady);
        if (!isEarly)
        {
            await services.GetRequiredService<StoreReadiness>().Demand(cancel);
        }

        if (!isEarly || AccessRule.Of(target.Function)?.Scope != AccessScope.Public)
        {
            await services.GetRequiredService<AccessGate>().Admit(request.HttpContext, target, cancel);
        }

        LimitsOf(request).CountCostly(request.HttpContext, target);
    }

    private static CallLimits LimitsOf(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<CallLimits>();

    private static async Task Validate(HttpRequest request, AcceptedInputs takes, CancellationToken cancel)
    {
        if (!takes.HasFlag(AcceptedInputs.QueryOptions))
        {
            _ = new QueryOptions(request);
        }

        Preconditions.Validate(request, takes.HasFlag(AcceptedInputs.IfMatch));
        IdempotencyKey.Validate(request, takes.HasFlag(AcceptedInputs.IdempotencyKey));
        if (Preconditions.IsSafeMethod(request) || HttpMethods.IsDelete(request.Method))
        {
            await RequestBody.RequireEmpty(request, cancel);
        }
    }

    /// <summary>Null for what is no refusal.</summary>
    private static IResult? Problem(Exception refusal) =>
        AccessProblem(refusal) ?? BodyProblem(refusal) ?? InputProblem(refusal) ?? StateProblem(refusal) ?? StoreProblem(refusal);

    private static IResult? AccessProblem(Exception refusal) => refusal switch
    {
        AccessRefusedException { Refusal: AccessRefusal.Unauthenticated } => new ResultWithHeader(
            Problem(401, "sign-in", "Sign in first", refusal.Message), HeaderNames.WWWAuthenticate, "Bearer"),
        AccessRefusedException { Refusal: AccessRefusal.NotSet } =>
            Problem(403, "access-not-set", "Nobody has said who may use this", refusal.Message),
        AccessRefusedException { Refusal: AccessRefusal.LoopbackOnly } =>
            Problem(403, "this-machine-only", "This machine alone is served", refusal.Message),
        AccessRefusedException { Refusal: AccessRefusal.CrossSite } =>
            Problem(403, "cross-site", "It came from a page of another site", refusal.Message),
        AccessRefusedException { Refusal: AccessRefusal.AnotherReader } =>
            Problem(403, "another-reader", "Somebody else is signed in by now", refusal.Message),
        TooManyCallsException tooMany => new ResultWithHeader(
            Problem(429, "too-many-calls", "Too many calls of this kind", tooMany.Message),
            HeaderNames.RetryAfter, Math.Ceiling(tooMany.Wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture)),
        AccessRefusedException => Problem(403, "forbidden", "This is for somebody else", refusal.Message),
        _ => null,
    };

    private static IResult? BodyProblem(Exception refusal) => refusal switch
    {
        MalformedBodyException malformed => Malformed(400, malformed.Message, malformed.Faults),
        BadHttpRequestException { StatusCode: 400 or 408 } bad =>
            Malformed(bad.StatusCode, "The body did not arrive as it was announced; send it again."),
        BadHttpRequestException { StatusCode: 413 } => TooLarge("It is more than the host takes."),
        BodyTooLargeException => TooLarge(refusal.Message),
        UnsupportedMediaTypeException unsupported => new ResultWithHeader(
            Problem(415, "unsupported", "This kind of body is not taken", unsupported.Message), unsupported.Header, unsupported.Accepted),
        _ => null,
    };

    private static IResult? InputProblem(Exception refusal) => refusal switch
    {
        NoWorkingDayException never => Invalid(never.Message, [new("", never.Message)]),
        InvalidInputException invalid => Invalid(Summary(invalid.Faults), invalid.Faults),
        ItemRefusedException { Refusal: Refusal.Impossible } impossible =>
            Invalid(impossible.Message, [new(impossible.Pointer ?? "", impossible.Message)]),
        KeyReusedException => Problem(422, "key-reused", "The idempotency key was used before", refusal.Message),
        _ => null,
    };

    private static IResult? StateProblem(Exception refusal) => refusal switch
    {
        NotFoundException => Missing(refusal.Message),
        ItemRefusedException { Refusal: Refusal.NotAllowed } => Problem(403, "not-allowed", "Somebody else may do this", refusal.Message),
        ItemRefusedException => Problem(409, "not-now", "The item's state does not allow it", refusal.Message),
        LinkRefusedException link => Problem(link.Status, link.Type, link.Title, link.Message),
        ErasureRefusedException => Problem(409, "erasure", "They cannot be erased yet", refusal.Message),
        PersonErasedException => Problem(409, "erased", "They were erased", refusal.Message),
        SuccessionRefusedException succession => Problem(409, "succession", succession.Title, succession.Message),
        NoChangeLogException => Problem(409, "no-log", "No log of changes is kept", refusal.Message),
        TakenException => Problem(409, "taken", "The id is taken", refusal.Message),
        WeakETagException => Problem(412, "weak-tag", "A weak ETag matches nothing", refusal.Message),
        StaleException or OutdatedPreviewException or ImportOutdatedException or BulkOutdatedException or ErasureOutdatedException
            or ReferenceChangedException =>
            Problem(412, "stale", "It has changed since it was read", refusal.Message),
        _ => null,
    };

    private static IResult? StoreProblem(Exception refusal) => refusal switch
    {
        EvidenceDamagedException =>
            Problem(500, "evidence-damaged", "The file is not as it was handed in", refusal.Message),
        RowFullException => Problem(409, "full", "The store cannot take more for this", refusal.Message),
        StoreUnavailableException { Trouble.Passes: false } =>
            Problem(503, "store-broken", "The store must be mended first", refusal.Message),
        ContentionException or StoreUnavailableException or ClockUnavailableException => new ResultWithHeader(
            Problem(503, "busy", "Not now; try again", refusal.Message), HeaderNames.RetryAfter, RetryAfterSeconds),
        _ => null,
    };

    private static IResult Missing(string detail) => Problem(404, "not-found", "There is no such thing", detail);

    private static IResult Malformed(int status, string detail, IReadOnlyList<Fault>? faults = null) =>
        Problem(status, "malformed", "The body cannot be read", detail, faults);

    private static IResult TooLarge(string detail) => Problem(413, "too-large", "The body is too large", detail);

    private static IResult Invalid(string detail, IReadOnlyList<Fault> faults) =>
        Problem(422, "invalid-input", "Something in the request is wrong; nothing was stored", detail, faults);

    /// <summary>How many things are wrong, and the first of them; <c>errors</c> has them all.</summary>
    private static string Summary(IReadOnlyList<Fault> faults) => faults switch
    {
        [] => "",
        [var only] => InWords(only),
        { Count: < ParseContext.MaxFaults } => $"{faults.Count} things are wrong; the first: {InWords(faults[0])}",
        [var first, ..] => $"At least {faults.Count} things are wrong; the first: {InWords(first)}",
    };

    private static string InWords(Fault fault) =>
        fault.Pointer.Length == 0 ? $"the body {fault.Detail}" : $"{fault.Pointer} {fault.Detail}";

    internal static IResult Problem(int status, string type, string title, string detail, IReadOnlyList<Fault>? errors = null) =>
        Results.Json(
            ProblemResponse.Of(type, title, status, detail, errors),
            Json.Options, "application/problem+json", status);
}
