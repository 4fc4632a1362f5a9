using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/health/live</c>: the process answers. <c>GET /api/health/ready</c>: so does the store, it takes what is written, and
/// the clocks keep up. Where only the mail is in trouble, it is ready and says so: whoever spreads calls must not take it for dead.
/// </summary>
public sealed class Health(TableClients tables, StoreReadiness readiness, DueIndex due, MailHealth mail, Outbox outbox, TimeProvider clock)
{
    /// <summary>What is this late has been missed by its orchestration and by several sweeps.</summary>
    private static readonly Duration Late = Duration.FromMinutes(10);

    [Function("HealthLive")]
    public Task<IResult> Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health/live")] HttpRequest request) =>
        Refusals.Answer(request, _ => Task.FromResult(Results.Json(new HealthResponse("live"), Json.Options)), Takes.AnyTime);

    [Function("HealthReady")]
    public Task<IResult> Ready([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health/ready")] HttpRequest request) =>
        Refusals.Answer(request, State, Takes.AnyTime);

    private async Task<IResult> State(CancellationToken cancel)
    {
        if (readiness.WaitsFor is { } what)
        {
            return Results.Json(new HealthResponse(what), Json.Options, statusCode: 503);
        }

        try
        {
            await tables.Reach(cancel);
        }
        catch (StoreUnavailableException failure)
        {
            return Results.Json(new HealthResponse(failure.Trouble.Says), Json.Options, statusCode: 503);
        }

        if (tables.Refuses is { } why)
        {
            return Results.Json(new HealthResponse($"the store takes nothing: {why.Says}"), Json.Options, statusCode: 503);
        }

        Instant late = Instant.FromDateTimeOffset(clock.GetUtcNow()) - Late;
        if (await due.Overdue(late, limit: 1, cancel) is [var oldest])
        {
            return Results.Json(new HealthResponse("behind", oldest.At), Json.Options, statusCode: 503);
        }

        return await mail.Read(cancel) is { } trouble && trouble.Since <= late && await outbox.IsWaiting(late, cancel)
            ? Results.Json(new HealthResponse("degraded", Mail: $"No letter has been taken since {trouble.Since}, and some wait. {trouble.Why}", Since: trouble.Since), Json.Options)
            : Results.Json(new HealthResponse("ready"), Json.Options);
    }

    /// <summary>Here and not where somebody asks, since reading changes nothing (law 17); a quiet night would tell nobody of a full disk.</summary>
    [Function("HealthPulse")]
    public async Task Pulse([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        await tables.Probe(cancel);

        // What another host wrote down of the mail, the next letter of this one takes away.
        _ = await mail.Read(cancel);
    }
}
