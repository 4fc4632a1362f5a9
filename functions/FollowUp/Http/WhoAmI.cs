using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary><c>GET /api/me</c>: who the caller is here, what they are for the office, and where one signs in and out.</summary>
public sealed class WhoAmI(AccessSettings settings)
{
    [Function(nameof(WhoAmI))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/me")] HttpRequest request) =>
        Refusals.Answer(new(nameof(WhoAmI)), request, _ =>
        {
            request.HttpContext.Response.Headers.CacheControl = "private, no-store";
            return Task.FromResult(Results.Json(MeResponse.Of(AccessGate.Of(request.HttpContext), settings), Json.Options));
        });
}
