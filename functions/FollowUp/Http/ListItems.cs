using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Operations.Lists;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/items</c>: items across agreements, by owner, state, slip, agreement and due date, from agreement to agreement; by section,
/// kind, party, whom it waits for and words, in any order, from the catalogue of all items. A page may hold fewer than <c>limit</c>;
/// the list ends where <c>next</c> is null.
/// </summary>
public sealed class ListItems(Listing listings, ItemLists lists, ItemAnswers answers, TimeProvider clock)
{
    private static readonly string[] Known = [.. ListOptions.OfFilter, "sort", "language", "limit", "cursor"];

    [Function(nameof(ListItems))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/items")] HttpRequest request) =>
        Refusals.Answer(new(nameof(ListItems)), request, async cancel =>
        {
            QueryOptions query = new(request, Known);
            Principal who = AccessGate.Of(request.HttpContext);
            Instant now = clock.Now();
            (IEnumerable<AgreedItem> found, string? next) = Array.Exists(ListOptions.OfCatalogue, request.Query.ContainsKey)
                ? await InOrder(query, who, now, cancel)
                : await ByAgreement(query, who, now, cancel);
            return Results.Json(new ItemsResponse(now, await answers.Read(found, now, cancel), next), Json.Options);
        }, AcceptedInputs.QueryOptions);

    private async Task<(IEnumerable<AgreedItem>, string? Next)> InOrder(
        QueryOptions query, Principal who, Instant now, CancellationToken cancel)
    {
        ListOrder order = ListOptions.Order(query);
        (IReadOnlyList<AgreedItem> items, ListPosition? end) = await lists.Page(
            ListOptions.Shown(who), ListOptions.Filter(query), order, query.Limit(), ListOptions.Position(query, order), now, cancel);
        return (items, end?.Format());
    }

    private async Task<(IEnumerable<AgreedItem>, string? Next)> ByAgreement(
        QueryOptions query, Principal who, Instant now, CancellationToken cancel)
    {
        Slip? slip = ListOptions.SlipOf(query);
        string? state = ListOptions.State(query);
        IReadOnlyList<string> states = (state, slip) switch { (null, null) => [], (null or "open", _) => ItemFilter.Open, _ => [state] };
        ItemFilter filter = new(query.Id("agreement"), query.Id("owner"), states, Earlier(query.Date("dueBefore"), DueBefore(slip, now)));
        Page<StoredItem> page = await listings.Items(
            filter, Visibility.Among(who),
            item => Visibility.Sees(who, item) && (slip is null || item.SlipAt(now) == slip),
            query.Limit(), query.Cursor(), cancel);
        return (page.Members.Select(stored => stored.Item), QueryOptions.FormatCursor(page.Next));
    }

    /// <summary>What the store can leave out: slip is counted in the item's own zone, whose day is at most one ahead of this one.</summary>
    private static LocalDate? DueBefore(Slip? slip, Instant now) => slip switch
    {
        Slip.Red => now.InUtc().Date.PlusDays(1),
        Slip.Blue => now.InUtc().Date.PlusDays(1 + Slips.NearDays + 1),
        _ => null,
    };

    private static LocalDate? Earlier(LocalDate? one, LocalDate? other) =>
        one is { } a && other is { } b ? LocalDate.Min(a, b) : one ?? other;
}
