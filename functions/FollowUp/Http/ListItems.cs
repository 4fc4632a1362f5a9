using FollowUp.Following;
using FollowUp.Items;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/items</c>: items across agreements, by owner, state, slip, agreement and due date. A page may hold fewer than
/// <c>limit</c>; the list ends where <c>next</c> is null.
/// </summary>
public sealed class ListItems(AgreementFiles files, OwnedItems owned, TimeProvider clock)
{
    /// <summary>Pages of the store that one answer looks through; where they hold nothing, it is empty, and says how to go on.</summary>
    private const int PagesMax = 10;

    private static readonly string[] Open = ["registered", "assigned", "signed", "waiting", "reported"];

    [Function(nameof(ListItems))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/items")] HttpRequest request) =>
        Refusals.Answer(request, async cancel =>
        {
            Query query = new(request, "owner", "state", "slip", "agreement", "dueBefore", "limit", "cursor");
            string? state = query.OneOf("state", [.. Open, "confirmed", "withdrawn", "open"]);
            string? slip = query.OneOf("slip", "blue", "yellow", "red");
            Instant now = Instant.FromDateTimeOffset(clock.GetUtcNow());
            IReadOnlyList<string> states = (state, slip) switch { (null, null) => [], (null or "open", _) => Open, _ => [state] };
            ItemFilter filter = new(query.Id("agreement"), query.Id("owner"), states, Earlier(query.Date("dueBefore"), DueBefore(slip, now)));

            int limit = query.Limit();
            string? cursor = query.Cursor();
            List<AgreedItem> items;
            int pages = 0;
            do
            {
                Page<StoredItem> page = await Page(filter, limit, cursor, cancel);
                items = [.. page.Members.Select(stored => stored.Item).Where(item => slip is null || item.SlipAt(now).ToString().Equals(slip, StringComparison.OrdinalIgnoreCase))];
                cursor = page.Next;
            }
            while (items.Count == 0 && cursor is not null && ++pages < PagesMax);

            return Results.Json(new { Now = now, Items = items.Select(item => ItemView.Of(item, now)), Next = Query.CursorOf(cursor) }, Json.Options);
        });

    /// <summary>Where a page goes on, either an item says, as <see cref="OwnedItems"/> does, or the store; no id looks like what the store says.</summary>
    private async Task<Page<StoredItem>> Page(ItemFilter filter, int limit, string? cursor, CancellationToken cancel)
    {
        ItemRef? after = cursor?.Split(' ') is [var agreement, var item] && Ids.AreWellFormed(agreement, item) ? new(agreement, item) : null;
        bool isOwned = filter is { Owner: not null, Agreement: null } && (cursor is null || after is not null);
        return isOwned && await owned.Page(filter, limit, after, cancel) is { } page ? page : await files.ItemsAcross(filter, limit, cursor, cancel);
    }

    /// <summary>What the store can leave out: slip is counted in the item's own zone, whose day is at most one ahead of this one.</summary>
    private static LocalDate? DueBefore(string? slip, Instant now) => slip switch
    {
        "red" => now.InUtc().Date.PlusDays(1),
        "blue" => now.InUtc().Date.PlusDays(1 + Slips.NearDays + 1),
        _ => null,
    };

    private static LocalDate? Earlier(LocalDate? one, LocalDate? other) => one is { } a && other is { } b ? LocalDate.Min(a, b) : one ?? other;
}
