using FollowUp.Access;
using FollowUp.Delivery;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.People;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Http;

/// <summary>
/// <c>PUT /api/people/{id}/rhythm</c>: how somebody takes what may wait, by themselves; <c>GET | PUT /api/rhythm</c>: the same by the link
/// of a letter, without signing in. Nothing else of them is read or written here.
/// </summary>
public sealed class Rhythms(RhythmDesk desk, LinkSettings links)
{
    /// <summary>How somebody takes what may wait, said by themselves.</summary>
    [Function("PutPersonRhythm")]
    public Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/people/{id}/rhythm")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client) =>
        Refusals.Answer(new CallTarget("PutPersonRhythm") { Person = id }, request, async cancel =>
        {
            RouteIds.Require($"Person {id}", id);
            return await Set(id, request, client, cancel);
        });

    /// <summary>How somebody takes what may wait, by the link of a letter. Nothing else of them is read.</summary>
    [Function("ShowRhythm")]
    public Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/rhythm")] HttpRequest request) =>
        Refusals.Answer(new("ShowRhythm"), request, async cancel => Answer(await desk.Find(Demand(request), cancel)));

    /// <summary>How somebody takes what may wait, said by the link of a letter.</summary>
    [Function("SetRhythm")]
    public Task<IResult> SetByLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/rhythm")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        Refusals.Answer(new("SetRhythm"), request, cancel => Set(Demand(request), request, client, cancel));

    private async Task<IResult> Set(string person, HttpRequest request, DurableTaskClient client, CancellationToken cancel)
    {
        RequestBody body = await RequestBody.Read(request, cancel);
        ParseContext context = new();
        Rhythm rhythm = RhythmParser.Parse(context.ParseJson(body.Bytes));
        context.ThrowIfFaulty();
        return Answer(await desk.Set(person, _ => rhythm, client, cancel));
    }

    /// <exception cref="LinkRefusedException">It opens nothing.</exception>
    private string Demand(HttpRequest request) => RhythmLinks.Demand(request.Headers[LinkToken.Header].ToString(), links);

    private static ResultWithHeader Answer(Person person) => new(
        Results.Json(PersonRhythmResponse.Of(person), Json.Options), HeaderNames.CacheControl, "no-store");
}
