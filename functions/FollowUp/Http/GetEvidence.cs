using FollowUp.Items;
using FollowUp.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Http;

/// <summary>
/// <c>GET …/evidence/{file}</c>: a file that was handed in, by its checksum, for whoever may see the item. It goes out to be kept, and is
/// never shown by the browser as a page of ours.
/// </summary>
public sealed class GetEvidence(EvidenceDesk desk)
{
    [Function(nameof(GetEvidence))]
    public Task<IResult> Run(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head",
            Route = "api/agreements/{agreement}/items/{item}/evidence/{file}")] HttpRequest request,
        string agreement,
        string item,
        string file) => Refusals.Answer(new(nameof(GetEvidence), agreement, item), request, async cancel =>
    {
        RouteIds.Require($"Item {item} of agreement {agreement}", agreement, item);
        (EvidenceFile known, byte[] content) = await desk.Read(agreement, item, file, cancel);
        return Attachment(request.HttpContext.Response, known, content);
    });

    /// <summary>Whatever is in it, it runs nowhere: not here, since it is handed over and in a sandbox, and under no other type.</summary>
    internal static IResult Attachment(HttpResponse response, EvidenceFile file, byte[] content)
    {
        response.Headers.CacheControl = "no-store, private";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        ContentDispositionHeaderValue offered = new("attachment");
        offered.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = offered.ToString();
        return Results.Bytes(content, file.Type);
    }
}
