using FollowUp.Feeds;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace FollowUp.Http;

/// <summary>What is done with a calendar's address, a person's and an agreement's alike.</summary>
internal static class FeedAnswers
{
    /// <summary>The address that counts, if there is one.</summary>
    public static async Task<IResult> Read(FeedDesk desk, FeedScope scope, CancellationToken cancel)
    {
        (string Address, Instant Since)? feed = await desk.Address(scope, cancel);

        // Nobody keeps it: it is a secret.
        return new ResultWithHeader(
            Results.Json(new FeedResponse(feed?.Address, feed?.Since), Json.Options), HeaderNames.CacheControl, "private, no-store");
    }

    /// <summary>One that nobody had before; the one that was shows nothing from now on.</summary>
    /// <exception cref="LinkRefusedException">There is nothing to sign it with.</exception>
    public static async Task<IResult> Renew(
        FeedDesk desk, FeedScope scope, HttpRequest request, Instant now, CancellationToken cancel)
    {
        await RequestBody.RequireEmpty(request, cancel);
        if (!desk.CanSign)
        {
            throw LinkRefusedException.FeedsNotSet();
        }

        await desk.Renew(scope, now, cancel);
        return await Read(desk, scope, cancel);
    }

    public static async Task<IResult> Withdraw(FeedDesk desk, FeedScope scope, Instant now, CancellationToken cancel)
    {
        await desk.Withdraw(scope, now, cancel);
        return await Read(desk, scope, cancel);
    }
}
