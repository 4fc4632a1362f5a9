using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// Answers with items. Whose move it is may lie in other rows: in the items that come first, and in whom of ours the counterpart talks
/// with.
/// </summary>
public sealed class ItemAnswers(AgreementQueries queries, PeopleCache people, OfferedVerbs verbs)
{
    private const int ReadAtOnce = 16;

    /// <summary>An item that is read, with its ETag and with what the caller may do.</summary>
    public async Task<IResult> Read(HttpRequest request, AgreedItem item, Instant now, CancellationToken cancel)
    {
        // In which of several letters of one moment it was said first changes nothing.
        AgreedItem inOrder = item with { ToldLate = [.. item.ToldLate.Order(StringComparer.Ordinal)] };
        IReadOnlyList<NextActionResponse> next = await Next(item, now, cancel);
        IReadOnlyList<VerbOffer> offers = await verbs.Of(request.HttpContext, item, now, cancel);
        ItemResponse shown = new(inOrder, next, now) { Verbs = offers };
        return Answer(request, item.Revision, shown, new(item, next, now) { Verbs = offers }, StatusCodes.Status200OK);
    }

    /// <summary>
    /// An item that was changed, or not, with the ETag of its revision. Who asks the other side is not looked up: nothing that could fail
    /// stands between what was written and the answer to it, but for items that wait for others, whose changes can be repeated.
    /// </summary>
    public async Task<IResult> Changed(HttpRequest request, AgreedItem item, Instant now, int status, CancellationToken cancel)
    {
        string? liaison = item.Counterpart is null ? item.Coordinator : null;
        IReadOnlyList<NextActionResponse> next = InResponse(item, NextActions.Of(item, await Others(item, cancel), liaison, now));
        return Answer(request, item.Revision, null, new(item, next, now), status);
    }

    /// <summary>Items of a list.</summary>
    public async Task<IReadOnlyList<ItemResponse>> Read(IEnumerable<AgreedItem> items, Instant now, CancellationToken cancel)
    {
        List<ItemResponse> read = [];
        foreach (AgreedItem[] some in items.Chunk(ReadAtOnce))
        {
            read.AddRange(await Task.WhenAll(some.Select(async item => new ItemResponse(item, await Next(item, now, cancel), now))));
        }

        return read;
    }

    private async Task<IReadOnlyList<NextActionResponse>> Next(AgreedItem item, Instant now, CancellationToken cancel) =>
        InResponse(item, NextActions.Of(item, await Others(item, cancel), item.IsWaiting ? await Liaison(item, cancel) : null, now));

    private async Task<IReadOnlyList<AgreedItem>> Others(AgreedItem item, CancellationToken cancel) =>
        item is { IsOpen: true, AssignedAt: null } ? await queries.Items(item.Agreement, item.DependsOn, cancel) : [];

    /// <summary>The counterpart's contact on our side, else the coordinator.</summary>
    private async Task<string> Liaison(AgreedItem item, CancellationToken cancel) =>
        item.Counterpart is { } counterpart
            && await (await people.Current(cancel)).Find(counterpart) is { Contact: { } contact } ? contact : item.Coordinator;

    private static IReadOnlyList<NextActionResponse> InResponse(AgreedItem item, IReadOnlyList<NextAction> next) =>
        [.. next.Select(one => NextActionResponse.Of(one, item))];

    /// <param name="shown">What is shown beside what the revision counts; null in the answer to a change.</param>
    private static IResult Answer(HttpRequest request, int revision, ItemResponse? shown, ItemResponse item, int status)
    {
        request.HttpContext.Response.Headers.ETag = Preconditions.ETagOf(revision, shown);
        return Results.Json(item, Json.Options, statusCode: status);
    }
}
