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
public sealed class ListItems(AgreementFiles files, TimeProvider clock)
{
    private static readonly string[] Open = ["registered", "assigned", "signed", "waiting", "reported"];

    [Function(nameof(ListItems))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/items")] HttpRequest request) =>
        Refusals.Answer(request, async cancel =>
        {
            Query query = new(request, "owner", "state", "slip", "agreement", "dueBefore", "limit", "cursor");
            string? state = query.OneOf("state", [.. Open, "confirmed", "withdrawn", "open"]);
            string? slip = query.OneOf("slip", "blue", "yellow", "red");
            ItemFilter filter = new(query.Id("agreement"), query.Id("owner"), state is null ? [] : state == "open" ? Open : [state], query.Date("dueBefore"));

            Instant now = Instant.FromDateTimeOffset(clock.GetUtcNow());
            int limit = query.Limit();
            string? cursor = query.Cursor();
            List<AgreedItem> items;
            do
            {
                Page<StoredItem> page = await files.ItemsAcross(filter, limit, cursor, cancel);
                items = [.. page.Members.Select(stored => stored.Item).Where(item => slip is null || item.SlipAt(now).ToString().Equals(slip, StringComparison.OrdinalIgnoreCase))];
                cursor = page.Next;
            }
            while (items.Count == 0 && cursor is not null);

            return Results.Json(new { Now = now, Items = items.Select(item => ItemView.Of(item, now)), Next = Query.CursorOf(cursor) }, Json.Options);
        });
}
