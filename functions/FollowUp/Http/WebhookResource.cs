using FollowUp.Http.Responses;
using FollowUp.Operations.Changes;
using FollowUp.Values;
using FollowUp.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>
/// <c>DELETE /api/webhooks/{id}</c> and, below it, <c>POST …/secret</c> (a new one; the one before counts for a day),
/// <c>POST …/test</c> (one event that says nothing) and <c>POST …/resume</c> (it is told on from where it stopped).
/// </summary>
public sealed class WebhookResource(WebhookDesk desk, TimeProvider clock)
{
    private const string Route = "api/webhooks/{id}";

    /// <summary>An address is told nothing any more, and forgotten.</summary>
    [Function("RemoveWebhook")]
    public Task<IResult> Remove([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route)] HttpRequest request, string id) =>
        Answer("RemoveWebhook", request, id, cancel => desk.Remove(id, cancel));

    /// <summary>Another secret, in this answer alone. Each one before signs for another day.</summary>
    [Function("RotateWebhookSecret")]
    public Task<IResult> Rotate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/secret")] HttpRequest request, string id) =>
        Answer("RotateWebhookSecret", request, id, cancel => desk.Rotate(id, cancel), isNew: true);

    /// <summary>An address that was given up is told on from where it stopped.</summary>
    [Function("ResumeWebhook")]
    public Task<IResult> Resume(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/resume")] HttpRequest request, string id) =>
        Answer("ResumeWebhook", request, id, cancel => desk.Resume(id, cancel));

    /// <summary>One post that says nothing, now, and what came of it.</summary>
    [Function("TestWebhook")]
    public Task<IResult> Test(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/test")] HttpRequest request, string id) =>
        Refusals.Answer(new("TestWebhook"), request, async cancel =>
        {
            await Validate(request, id, cancel);
            return Results.Json(WebhookTestResponse.Of(await desk.Test(id, cancel)), Json.Options);
        });

    private Task<IResult> Answer(
        string function, HttpRequest request, string id, Func<CancellationToken, Task<Webhook>> change, bool isNew = false) =>
        Refusals.Answer(new(function), request, async cancel =>
        {
            await Validate(request, id, cancel);
            return Results.Json(WebhookResponse.Of(await change(cancel), clock.Now(), isNew), Json.Options);
        });

    private static async Task Validate(HttpRequest request, string id, CancellationToken cancel)
    {
        await RequestBody.RequireEmpty(request, cancel);
        RouteIds.Require($"Webhook {id}", id);
    }
}
