using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary><c>GET /api/agreements</c>: the register of agreements, a page at a time.</summary>
public sealed class ListAgreements(Listing listings, Visibility visibility)
{
    [Function(nameof(ListAgreements))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agreements")] HttpRequest request) =>
        Refusals.Answer(new(nameof(ListAgreements)), request, async cancel =>
        {
            QueryOptions query = new(request, "limit", "cursor");
            Principal who = AccessGate.Of(request.HttpContext);
            Page<StoredAgreement> page = await listings.Agreements(
                Visibility.Among(who), head => visibility.Of(head, who, cancel), query.Limit(), query.Cursor(), cancel);
            return Results.Json(
                new AgreementsResponse(page.Members.Select(AgreementResponse.Of), QueryOptions.FormatCursor(page.Next)), Json.Options);
        }, AcceptedInputs.QueryOptions);
}
