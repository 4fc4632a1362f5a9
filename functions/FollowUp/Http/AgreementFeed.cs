using FollowUp.Agreements;
using FollowUp.Feeds;
using FollowUp.Operations;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>
/// <c>GET | POST | DELETE /api/agreements/{agreement}/feed</c>: the address of an agreement's calendar, which shows all of its items, in
/// each <c>?language=</c> another; it is given and renewed by POST, and withdrawn by DELETE, in all languages at once.
/// </summary>
public sealed class AgreementFeed(FeedDesk desk, AgreementStore store, TimeProvider clock)
{
    private const string Route = "api/agreements/{agreement}/feed";

    /// <summary>The address of an agreement's calendar, which shows all of its items, in each <c>?language=</c> another.</summary>
    [Function("GetAgreementFeed")]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string agreement) =>
        Answer("GetAgreementFeed", request, agreement, (scope, cancel) => FeedAnswers.Read(desk, scope, cancel));

    /// <summary>A calendar address for an agreement: the first, or another, and the one before ends.</summary>
    [Function("RenewAgreementFeed")]
    public Task<IResult> Renew(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string agreement) =>
        Answer("RenewAgreementFeed", request, agreement, (scope, cancel) =>
            FeedAnswers.Renew(desk, scope, request, clock.Now(), cancel));

    /// <summary>An agreement's calendar address ends.</summary>
    [Function("WithdrawAgreementFeed")]
    public Task<IResult> Withdraw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route)] HttpRequest request, string agreement) =>
        Answer("WithdrawAgreementFeed", request, agreement, (scope, cancel) =>
            FeedAnswers.Withdraw(desk, scope, clock.Now(), cancel));

    private Task<IResult> Answer(
        string function, HttpRequest request, string agreement, Func<FeedScope, CancellationToken, Task<IResult>> answer) =>
        Refusals.Answer(new(function, agreement), request, async cancel =>
        {
            string language = new QueryOptions(request, "language").OneOf("language", [.. Wording.Languages]) ?? "en";
            _ = await store.AgreementAt(agreement, cancel);
            return await answer(FeedScope.OfAgreement(agreement, language, 0), cancel);
        }, AcceptedInputs.QueryOptions);
}
