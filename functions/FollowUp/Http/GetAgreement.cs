using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary><c>GET /api/agreements/{agreement}</c></summary>
public sealed class GetAgreement(AgreementStore store, Visibility visibility)
{
    [Function(nameof(GetAgreement))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agreements/{agreement}")] HttpRequest request,
        string agreement) => Refusals.Answer(new(nameof(GetAgreement), agreement), request, async cancel =>
    {
        StoredAgreement head = await store.AgreementAt(agreement, cancel);
        StoredAgreement shown = await visibility.Of(head, AccessGate.Of(request.HttpContext), cancel)
            ?? throw new NotFoundException($"Agreement {agreement}");
        return Results.Json(AgreementResponse.Of(shown), Json.Options);
    });
}
