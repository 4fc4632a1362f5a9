using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.People;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Http;

/// <summary>
/// <c>GET | PUT /api/people/{id}</c>: a person, post or unit. Written again, the next letter goes by it, and so do the moments of
/// whatever runs and names them.
/// </summary>
public sealed class PersonResource(ReferenceStore reference, ReferenceResolver references, PersonUpdater people)
{
    /// <summary>A person, post or unit.</summary>
    [Function("GetPerson")]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/people/{id}")] HttpRequest request,
        string id) => Refusals.Answer(new("GetPerson"), request, async cancel =>
    {
        RouteIds.Require($"Person {id}", id);
        Person person = await reference.Person(id, cancel) ?? throw new NotFoundException($"Person {id}");
        return Answer(person);
    }, AcceptedInputs.IfMatch);

    /// <summary>
    /// A person, post or unit, written. The next letter goes by it, and so do the moments of whatever runs and names them.
    /// </summary>
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
        IReadOnlyCollection<int>? revisions = Preconditions.IfMatchRevisions(request);
        return Answer((await people.Write([read], client, cancel, revisions)).Single());
    }, AcceptedInputs.IfMatch);

    private static ResultWithHeader Answer(Person person) => new(
        Results.Json(PersonResponse.Of(person), Json.Options), HeaderNames.ETag, Preconditions.ETagOf(person.Revision, null));
}
