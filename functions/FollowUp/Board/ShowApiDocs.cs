using FollowUp.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Board;

/// <summary>
/// <c>GET /api/docs</c>: the description of all calls, to be read by people. It is a page of ours, since those that there are need what the
/// board's policy forbids: styles and scripts that are made while it is shown.
/// </summary>
public sealed class ShowApiDocs
{
    [Function(nameof(ShowApiDocs))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/docs")] HttpRequest request) =>
        Refusals.Answer(
            new(nameof(ShowApiDocs)), request, _ => Task.FromResult(ShowBoard.Page(request.HttpContext.Response, "api-docs/index.html")!),
            AcceptedInputs.BeforeReady);
}
