using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/items</c>: items across agreements, by owner, state, slip, agreement and due date. A page may hold fewer than
/// <c>limit</c>; the list ends where <c>next</c> is null.
/// </summary>
public sealed class ListItems(Listing listings, ItemAnswers answers, TimeProvider clock)
{
    [Function(nameof(ListItems))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/items")] HttpRequest request) =>
        Refusals.Answer(new(nameof(ListItems)), request, async cancel =>
        {
            QueryOptions query = new(request, "owner", "state", "slip", "agreement", "dueBefore", "limit", "cursor");
            string? state = query.OneOf("state", [.. ItemFilter.Open, "confirmed", "withdrawn", "open"]);
            string? slip = query.OneOf("slip", "blue", "yellow", "red");
            Instant now = clock.Now();
            IReadOnlyList<string> states =
                (state, slip) switch { (null, null) => [], (null or "open", _) => ItemFilter.Open, _ => [state] };
            (string? agreement, string? owner) = (query.Id("agreement"), query.Id("owner"));
            ItemFilter filter = new(agreement, owner, states, Earlier(query.Date("dueBefore"), DueBefore(slip, now)));
            Principal who = AccessGate.Of(request.HttpContext);
            Page<StoredItem> page = await listings.Items(
                filter,
                Visibility.Among(who),
                item => Visibility.Sees(who, item)
                    && (slip is null || item.SlipAt(now).ToString().Equals(slip, StringComparison.OrdinalIgnoreCase)),
                query.Limit(), query.Cursor(), cancel);
            IReadOnlyList<ItemResponse> items = await answers.Read(page.Members.Select(stored => stored.Item), now, cancel);
            return Results.Json(new ItemsResponse(now, items, QueryOptions.FormatCursor(page.Next)), Json.Options);
        }, AcceptedInputs.QueryOptions);

    /// <summary>What the store can leave out: slip is counted in the item's own zone, whose day is at most one ahead of this one.</summary>
    private static LocalDate? DueBefore(string? slip, Instant now) => slip switch
    {
        "red" => now.InUtc().Date.PlusDays(1),
        "blue" => now.InUtc().Date.PlusDays(1 + Slips.NearDays + 1),
        _ => null,
    };

    private static LocalDate? Earlier(LocalDate? one, LocalDate? other) =>
        one is { } a && other is { } b ? LocalDate.Min(a, b) : one ?? other;
}
