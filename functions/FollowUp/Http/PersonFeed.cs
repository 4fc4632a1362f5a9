using FollowUp.Access;
using FollowUp.Feeds;
using FollowUp.Operations;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>
/// <c>GET | POST | DELETE /api/people/{id}/feed</c>: the address of somebody's own calendar; it is given and renewed by POST, and
/// withdrawn by DELETE.
/// </summary>
public sealed class PersonFeed(FeedDesk desk, ReferenceStore reference, TimeProvider clock)
{
    private const string Route = "api/people/{id}/feed";

    /// <summary>The address of somebody's own calendar.</summary>
    [Function("GetPersonFeed")]
    public Task<IResult> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string id) =>
        Answer("GetPersonFeed", request, id, (scope, cancel) => FeedAnswers.Read(desk, scope, cancel));

    /// <summary>A calendar address for somebody: the first, or another, and the one before ends.</summary>
    [Function("RenewPersonFeed")]
    public Task<IResult> Renew([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string id) =>
        Answer("RenewPersonFeed", request, id, (scope, cancel) => FeedAnswers.Renew(desk, scope, request, clock.Now(), cancel));

    /// <summary>Somebody's calendar address ends.</summary>
    [Function("WithdrawPersonFeed")]
    public Task<IResult> Withdraw([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route)] HttpRequest request, string id) =>
        Answer("WithdrawPersonFeed", request, id, (scope, cancel) => FeedAnswers.Withdraw(desk, scope, clock.Now(), cancel));

    private Task<IResult> Answer(
        string function, HttpRequest request, string id, Func<FeedScope, CancellationToken, Task<IResult>> answer) =>
        Refusals.Answer(new CallTarget(function) { Person = id }, request, async cancel =>
        {
            RouteIds.Require($"Person {id}", id);
            _ = await reference.Person(id, cancel) ?? throw new NotFoundException($"Person {id}");
            return await answer(FeedScope.OfPerson(id, 0), cancel);
        });
}
