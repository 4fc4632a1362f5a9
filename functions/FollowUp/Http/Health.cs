using FollowUp.Delivery;
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
/// the clocks keep up. Where only the mail or single items are in trouble, it is ready and says so: a load balancer must not take it for
/// dead.
/// </summary>
public sealed class Health(
    TableClients tables, StoreReadiness readiness, DueIndex due, MailHealth mail, Outbox outbox, FullItems full, TimeProvider clock)
{
    /// <summary>An item this late has been missed by its orchestration and by several sweeps.</summary>
    private static readonly Duration MaxLateness = Duration.FromMinutes(10);

    /// <summary>The process answers.</summary>
    [Function("HealthLive")]
    public Task<IResult> Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health/live")] HttpRequest request) =>
        Refusals.Answer(new("HealthLive"), request, _ => Task.FromResult(Results.Json(new HealthResponse("live"), Json.Options)),
            AcceptedInputs.BeforeReady);

    /// <summary>The store answers and takes what is written, and the clocks keep up: 503 where another host would do better.</summary>
    [Function("HealthReady")]
    public Task<IResult> Ready(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health/ready")] HttpRequest request) =>
        Refusals.Answer(new("HealthReady"), request, Readiness, AcceptedInputs.BeforeReady);

    private async Task<IResult> Readiness(CancellationToken cancel)
    {
        if ((readiness.WaitsFor ?? await StoreTrouble(cancel)) is { } what)
        {
            return Results.Json(new HealthResponse(what), Json.Options, statusCode: 503);
        }

        Instant late = clock.Now() - MaxLateness;
        if (await due.Overdue(late, limit: 1, cancel) is [var oldest])
        {
            return Results.Json(new HealthResponse("behind", oldest.At), Json.Options, statusCode: 503);
        }

        MailTrouble? silent = await MailTrouble(late, cancel);
        FullItemsTrouble? filled = await full.Trouble(cancel);
        return Results.Json(
            silent is null && filled is null
                ? new HealthResponse("ready")
                : new("degraded", Mail: silent?.Why, Since: silent?.Since ?? filled?.Since, Items: filled?.Words),
            Json.Options);
    }

    private async Task<string?> StoreTrouble(CancellationToken cancel)
    {
        try
        {
            await tables.Reach(cancel);
        }
        catch (StoreUnavailableException failure)
        {
            return failure.Trouble.Says;
        }

        return tables.Refuses is { } why ? $"the store takes nothing: {why.Says}" : null;
    }

    /// <returns>Null where letters leave, or none waits.</returns>
    private async Task<MailTrouble?> MailTrouble(Instant late, CancellationToken cancel) =>
        await mail.Read(cancel) is { } trouble && trouble.Since <= late && await outbox.IsWaiting(late, cancel)
            ? trouble with { Why = $"No letter has been taken since {trouble.Since}, and some wait. {trouble.Why}" }
            : null;
}
