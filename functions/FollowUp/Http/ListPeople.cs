using FollowUp.Http.Responses;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary><c>GET /api/people</c>: everyone in the register.</summary>
public sealed class ListPeople(ReferenceStore reference)
{
    [Function(nameof(ListPeople))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/people")] HttpRequest request) =>
        Refusals.Answer(new(nameof(ListPeople)), request, async cancel =>
        {
            return Results.Json(new PeopleResponse((await reference.People(cancel)).Select(PersonResponse.Of)), Json.Options);
        });
}
