using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/openapi.json</c>: this description of all calls, for programs that make clients of it. It is the same everywhere, and tells
/// nothing of anybody.
/// </summary>
public sealed class GetOpenApi
{
    private const string File = "openapi.json";

    [Function(nameof(GetOpenApi))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")] HttpRequest request) =>
        Refusals.Answer(
            new(nameof(GetOpenApi)), request,
            _ => Task.FromResult(Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream(File)!, ContentType.Json)),
            AcceptedInputs.BeforeReady);
}
