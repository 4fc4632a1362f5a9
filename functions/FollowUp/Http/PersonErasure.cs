using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Operations.Erasures;
using FollowUp.Parsing;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/people/{id}/erasure</c>: what the register has of somebody goes for good, and their id stays. Without <c>preview</c> it
/// shows where an address stays, and does nothing; with its token it is done.
/// </summary>
public sealed class PersonErasure(ErasureDesk desk, ActingPerson acting)
{
    [Function("ErasePerson")]
    public Task<IResult> Erase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/people/{id}/erasure")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new("ErasePerson"), request, async cancel =>
    {
        RouteIds.Require($"Person {id}", id);
        string? token = new QueryOptions(request, "preview")["preview"];
        Deed deed = await Read(request, cancel);
        return token is null
            ? Results.Json(ErasureResponse.OfPreview(await desk.Preview(id, cancel)), Json.Options)
            : Results.Json(ErasureResponse.OfDone(await desk.Erase(id, token, deed, client, cancel)), Json.Options);
    }, AcceptedInputs.QueryOptions);

    private async Task<Deed> Read(HttpRequest request, CancellationToken cancel)
    {
        ParseContext context = new();
        JsonField root = context.ParseJson((await RequestBody.Read(request, cancel)).Bytes).AllowOnly("by");
        string? named = root["by"].IsAbsent && ActingPerson.IsKnown(request.HttpContext) ? null : root["by"].Id();
        context.ThrowIfFaulty();
        return await acting.Find(request.HttpContext, new("ErasePerson"), named, cancel);
    }
}
