using FollowUp.Access;
using FollowUp.Faults;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Operations.Successions;
using FollowUp.Parsing;
using FollowUp.People;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary>
/// <c>GET | POST | DELETE /api/people/{id}/succession</c>: somebody leaves on a day, and another takes over. Without <c>preview</c> POST
/// shows what that would do; with its token it is written down (202), and done on that day, or at once where it is past. It can be called
/// off until it has begun (<c>?by=</c>).
/// </summary>
public sealed class PersonSuccession(SuccessionDesk desk, ReferenceResolver references, ActingPerson acting)
{
    private const string Route = "api/people/{id}/succession";

    /// <summary>Who succeeds somebody, from when on, and how far that is.</summary>
    [Function("GetSuccession")]
    public Task<IResult> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string id) =>
        Refusals.Answer(new("GetSuccession"), request, async cancel =>
        {
            RouteIds.Require($"Person {id}", id);
            return Results.Json(SuccessionsResponse.Of(await desk.Find(id, cancel)), Json.Options);
        });

    /// <summary>
    /// Somebody leaves on a day, and another takes over. Without <c>preview</c> it shows what that would do; with its token it is written
    /// down, and done on that day.
    /// </summary>
    [Function("ReplacePerson")]
    public Task<IResult> Replace(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new("ReplacePerson"), request, async cancel =>
    {
        RouteIds.Require($"Person {id}", id);
        string? token = new QueryOptions(request, "preview")["preview"];
        Succession draft = await Read(id, request, cancel);
        return token is null
            ? Results.Json(SuccessionPreviewResponse.Of(draft, await desk.Preview(draft, cancel)), Json.Options)
            : Results.Json(
                SuccessionResponse.Of(await desk.Schedule(draft, token, client, cancel)), Json.Options,
                statusCode: StatusCodes.Status202Accepted);
    }, AcceptedInputs.QueryOptions);

    /// <summary>A succession does not take place. Once it has begun it cannot be called off.</summary>
    [Function("CallOffSuccession")]
    public Task<IResult> CallOff([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route)] HttpRequest request, string id) =>
        Refusals.Answer(new("CallOffSuccession"), request, async cancel =>
        {
            RouteIds.Require($"Person {id}", id);
            string? by = new QueryOptions(request, "by").Id("by");
            // What is not there is told to whoever keeps people, in the register or not.
            _ = await desk.Find(id, cancel) ?? throw new NotFoundException($"Succession of {id}");
            Deed deed = await acting.Find(request.HttpContext, new("CallOffSuccession"), by, cancel);
            return Results.Json(SuccessionResponse.Of(await desk.CallOff(id, deed, cancel)), Json.Options);
        }, AcceptedInputs.QueryOptions);

    private async Task<Succession> Read(string id, HttpRequest request, CancellationToken cancel)
    {
        ParseContext context = new();
        JsonField root = context.ParseJson((await RequestBody.Read(request, cancel)).Bytes).AllowOnly("by", "successor", "on", "reason");
        string? named = root["by"].IsAbsent && ActingPerson.IsKnown(request.HttpContext) ? null : root["by"].Id();
        string successor = root["successor"].ReferenceTo(ReferenceKind.Person);
        if (successor == id)
        {
            root["successor"].AddFault(RegisterFaults.OwnSuccessor.Text);
        }

        NodaTime.LocalDate on = root["on"].Date();
        if (on.Year > Succeeding.YearMax)
        {
            root["on"].AddFault(ValueFaults.NotDate.Fill(Limits.YearMin, Succeeding.YearMax));
        }

        string reason = root["reason"].Text(Limits.Text);
        _ = await references.Resolve(new([], [], [], []), context, cancel);
        context.ThrowIfFaulty();
        Deed deed = await acting.Find(request.HttpContext, new("ReplacePerson"), named, cancel);
        return await desk.Draft(id, successor, on, reason, deed, cancel);
    }
}
