using FollowUp.Delivery;
using FollowUp.Feeds;
using FollowUp.Operations;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/feeds/{secret}.ics</c>: a calendar, for programs that subscribe to it. The address is all they need, and all they can send.
/// Its ETag is that of its bytes: a program that has them is told so.
/// </summary>
public sealed class ShowFeed(FeedDesk desk, LinkSettings links, TimeProvider clock)
{
    private const string Type = "text/calendar; charset=utf-8";

    private const int TagLength = 32;

    [Function(nameof(ShowFeed))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/feeds/{secret}")] HttpRequest request) =>
        Refusals.Answer(new(nameof(ShowFeed)), request, async cancel =>
        {
            FeedScope scope = FeedLinks.Demand(request, links);
            byte[] file = await desk.Read(scope, clock.Now(), cancel) ?? throw LinkRefusedException.FeedRenewed();
            IHeaderDictionary headers = request.HttpContext.Response.Headers;
            headers.ETag = $"\"{Fingerprints.HashOfBytes(file)[..TagLength]}\"";
            headers.ContentDisposition = "inline; filename=\"followup.ics\"";
            return new ResultWithHeader(Results.Bytes(file, Type), HeaderNames.CacheControl, "private, no-cache");
        });
}
