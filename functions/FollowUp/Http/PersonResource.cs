using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.People;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary>
/// <c>GET | PUT /api/people/{id}</c>: a person, post or unit. Written again, the next letter goes by it, and so do the moments of
/// whatever runs and names them.
/// </summary>
public sealed class PersonResource(ReferenceStore reference, ReferenceResolver references, PersonUpdater people)
{
    [Function("GetPerson")]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/people/{id}")] HttpRequest request,
        string id) => Refusals.Answer(new("GetPerson"), request, async cancel =>
    {
        RouteIds.Require($"Person {id}", id);
        Person person = await reference.Person(id, cancel) ?? throw new NotFoundException($"Person {id}");
        return Results.Json(PersonResponse.Of(person), Json.Options);
    });

    [Function("PutPerson")]
    public Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/people/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new("PutPerson"), request, async cancel =>
    {
        RequestBody body = await RequestBody.Read(request, cancel);
        ParseContext context = new();
        JsonField root = context.ParseJson(body.Bytes);
        Person read = PersonParser.Parse(root);
        RouteIds.CheckSame(id, read.Id, root);
        _ = await references.Resolve(new([read], [], [], []), context, cancel);
        context.ThrowIfFaulty();
        return Results.Json(PersonResponse.Of((await people.Write([read], client, cancel)).Single()), Json.Options);
    });
}
