using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/health/live</c>: the process answers. <c>GET /api/health/ready</c>: so does the store, it takes what is written, and
/// the clocks keep up.
/// </summary>
public sealed class Health(Tables tables, Readiness readiness, DueIndex due, TimeProvider clock)
{
    /// <summary>What is this late has been missed by its orchestration and by several sweeps.</summary>
    private static readonly Duration Late = Duration.FromMinutes(10);

    [Function("HealthLive")]
    public Task<IResult> Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health/live")] HttpRequest request) =>
        Refusals.Answer(request, _ => Task.FromResult(Results.Json(new { Status = "live" }, Json.Options)), Takes.AnyTime);

    [Function("HealthReady")]
    public Task<IResult> Ready([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health/ready")] HttpRequest request) =>
        Refusals.Answer(request, State, Takes.AnyTime);

    private async Task<IResult> State(CancellationToken cancel)
    {
        if (readiness.WaitsFor is { } what)
        {
            return Results.Json(new { Status = what }, Json.Options, statusCode: 503);
        }

        try
        {
            await tables.Reach(cancel);
        }
        catch (StoreUnavailableException)
        {
            return Results.Json(new { Status = "the store does not answer" }, Json.Options, statusCode: 503);
        }

        if (!tables.TakesWrites)
        {
            return Results.Json(new { Status = "the store takes nothing" }, Json.Options, statusCode: 503);
        }

        IReadOnlyList<Due> overdue = await due.Overdue(Instant.FromDateTimeOffset(clock.GetUtcNow()) - Late, limit: 1, cancel);
        return overdue is [var oldest]
            ? Results.Json(new { Status = "behind", oldestDueAt = oldest.At }, Json.Options, statusCode: 503)
            : Results.Json(new { Status = "ready" }, Json.Options);
    }

    /// <summary>Here and not where somebody asks, since reading changes nothing (law 17); a quiet night would tell nobody of a full disk.</summary>
    [Function("HealthPulse")]
    public Task Pulse([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancel) => tables.Probe(cancel);
}
