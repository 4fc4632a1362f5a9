using FollowUp.Http.Responses;
using FollowUp.Operations.Watching;
using FollowUp.Storage;
using FollowUp.Values;
using FollowUp.Watching;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/health/alarms</c>: which alarms stand and what is to be done about each, and what they go by: the clocks, what is stuck,
/// and the letters that wait. Also while the store is away, which is then what it says.
/// </summary>
public sealed class GetAlarms(
    VitalSigns vitals, EngineWatch engine, DueIndex due, WaitingLetters letters, TimeProvider clock)
{
    /// <summary>Of each list; who repairs begins with the oldest.</summary>
    private const int ShownMax = 50;

    /// <summary>Beyond it nobody counts.</summary>
    private const int LettersMax = 1_000;

    [Function(nameof(GetAlarms))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health/alarms")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        Refusals.Answer(new(nameof(GetAlarms)), request, cancel => Look(client, cancel), AcceptedInputs.BeforeReady);

    private async Task<IResult> Look(DurableTaskClient client, CancellationToken cancel)
    {
        Instant now = clock.Now();
        await engine.Ask(client, now, cancel);
        Vitals seen = await vitals.Read(now, cancel);
        bool isThere = seen.StoreAway is null;
        IReadOnlyList<WaitingLetter> waiting = isThere ? await letters.Read(now - WaitingLetters.Grace, LettersMax, cancel) : [];
        IReadOnlyList<DueEntry> stuck = isThere ? await due.Overdue(now - AlarmRules.LateAfter, ShownMax, cancel) : [];
        return Results.Json(
            new AlarmsResponse(
                now, [.. AlarmRules.Standing(seen, now).Select(AlarmResponse.Of)], seen.SweptAt, seen.OldestDueAt,
                new(waiting.Count, seen.Mail?.Since, [.. waiting.Take(ShownMax).Select(WaitingLetterResponse.Of)]),
                [.. stuck.Select(StuckResponse.Of)], [.. seen.Failed.Select(one => new FailedClockResponse(one.Instance, one.At))]),
            Json.Options);
    }
}
