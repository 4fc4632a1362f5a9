using FollowUp.Calendars;
using FollowUp.Following;
using FollowUp.Items;
using FollowUp.Registers;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Http;

/// <summary>
/// The one place where refusals become status codes: RFC 9457 problems with a stable <c>type</c>, and with <c>errors</c> that
/// point at what is wrong in the body.
/// </summary>
public static class Refusals
{
    /// <summary>Does <paramref name="call"/>, and answers with a problem where it refuses.</summary>
    public static async Task<IResult> Answer(HttpRequest request, Func<CancellationToken, Task<IResult>> call)
    {
        CancellationToken cancel = request.HttpContext.RequestAborted;
        try
        {
            await request.HttpContext.RequestServices.GetRequiredService<Readiness>().Demand(cancel);
            return await call(cancel);
        }
        catch (Exception refusal) when (Problem(refusal) is { } problem)
        {
            return problem;
        }
    }

    private static IResult? Problem(Exception refusal) => refusal switch
    {
        MalformedException => Problem(400, "malformed", "The body cannot be read", refusal.Message),
        NoWorkingDayException never => Problem(422, "invalid-input", "Something in the request is wrong; nothing was stored", never.Message, [new("", never.Message)]),
        InvalidInputException invalid => Problem(422, "invalid-input", "Something in the request is wrong; nothing was stored", invalid.Message, invalid.Faults),
        BodyTooLargeException => Problem(413, "too-large", "The body is too large", refusal.Message),
        NotThereException => Problem(404, "not-found", "There is no such thing", refusal.Message),
        ItemRefusedException { Refusal: Refusal.NotAllowed } => Problem(403, "not-allowed", "Somebody else may do this", refusal.Message),
        ItemRefusedException { Refusal: Refusal.Impossible } impossible => Problem(422, "invalid-input", "Something in the request is wrong; nothing was stored", impossible.Message, [new(impossible.Pointer ?? "", impossible.Message)]),
        ItemRefusedException => Problem(409, "not-now", "The item's state does not allow it", refusal.Message),
        TakenException => Problem(409, "taken", "The id is taken by other content", refusal.Message),
        StaleException or UnseenException => Problem(412, "stale", "It has changed since it was read", refusal.Message),
        KeyReusedException => Problem(422, "key-reused", "The idempotency key was used before", refusal.Message),
        RowFullException => Problem(409, "full", "The store cannot take more for this", refusal.Message),
        StoreUnavailableException { Trouble.Passes: false } => Problem(503, "store-broken", "The store must be mended first", refusal.Message),
        ContentionException or StoreUnavailableException or ClockUnavailableException => new Later(Problem(503, "busy", "Not now; try again", refusal.Message)),
        _ => null,
    };

    private static IResult Problem(int status, string type, string title, string detail, IReadOnlyList<Fault>? errors = null) =>
        Results.Json(
            new { type = $"/problems/{type}", title, status, detail, errors },
            Json.Options, "application/problem+json", status);
}

/// <summary>An answer that says when to come again.</summary>
internal sealed class Later(IResult answer) : IResult
{
    /// <summary>In seconds. The store's client has tried for longer than that already: what ails it takes a while.</summary>
    private const string Pause = "5";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = Pause;
        return answer.ExecuteAsync(httpContext);
    }
}

/// <summary>An id that is taken by other content.</summary>
public sealed class TakenException(string what) : Exception($"{what} is registered already, with other content. Take another id, or send the content that is registered.");

/// <summary>More than the limit (law 20).</summary>
public sealed class BodyTooLargeException(int max) : Exception($"At most {max / 1024} KiB are taken.");
