using FollowUp.Http.Responses;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary><c>GET /api/agreements/{agreement}</c></summary>
public sealed class GetAgreement(AgreementStore store)
{
    [Function(nameof(GetAgreement))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/agreements/{agreement}")] HttpRequest request,
        string agreement) => Refusals.Answer(request, async cancel =>
    {
        return Results.Json(AgreementResponse.Of(await store.AgreementAt(agreement, cancel)), Json.Options);
    });
}
