using FollowUp.Delivery;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/answers</c>: what the link of a letter is about, and what its reader may do now. It needs no key but the link's token, and
/// changes nothing (law 17): scanners of mail that open every link may open this one.
/// </summary>
public sealed class ShowAnswers(AnswerDesk desk, LinkSettings links, TimeProvider clock)
{
    [Function(nameof(ShowAnswers))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/answers")] HttpRequest request) =>
        Refusals.Answer(new(nameof(ShowAnswers)), request, async cancel => Answer(
            request, await desk.Show(LinkToken.Demand(request, links), clock.Now(), cancel), links));

    /// <summary>Nobody keeps it: it has tokens in it.</summary>
    internal static IResult Answer(HttpRequest request, AnswerView view, LinkSettings links)
    {
        if (view.IsAlive)
        {
            request.HttpContext.Response.Headers.ETag = Preconditions.ETagOf(view.Item.Revision, null);
        }

        return new ResultWithHeader(
            Results.Json(AnswerResponse.Of(view, links.Keys!), Json.Options), HeaderNames.CacheControl, "no-store");
    }
}
