using FollowUp.Items;
using FollowUp.Registers;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/timetable</c>: what would happen. Of the agreements of a register file, the whole timetable of each item; of its
/// people, calendars and plans, and of <c>owners</c> (<c>{agreement, item, owner}</c>), what they would change for items that run:
/// who gains, loses or hears at another moment which notice. Nothing is stored.
/// </summary>
public sealed class DryRun(Lookup lookup, Suppositions suppositions, AgreementFiles files, Listings listings, Forecast forecast, TimeProvider clock)
{
    /// <summary>Each reads a dozen rows.</summary>
    private const int ReadAtOnce = 8;

    [Function(nameof(DryRun))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/timetable")] HttpRequest request) =>
        Refusals.Answer(request, async cancel =>
        {
            Query query = new(request, "agreement", "limit", "cursor");

            // Also where nothing comes to be listed, an option that cannot be followed is refused.
            _ = (query.Id("agreement"), query.Limit(), query.Cursor());
            Reading reading = new();
            Field root = reading.Root((await Body.Read(request, cancel, Limits.RegisterBytes)).Bytes);
            Register register = Register.Read(root, "owners");
            IReadOnlyList<NewOwner> owners = NewOwner.Read(root["owners"]);
            Instant now = Instant.FromDateTimeOffset(clock.GetUtcNow());

            Referenced known = await lookup.Resolve(register, reading, cancel);
            reading.Demand();
            List<object> items = await Timetables(register, known, now, reading, cancel);
            await Demand(owners, reading, cancel);

            Supposition supposed = await suppositions.Of(register, cancel);
            Page<Consequence> changes = supposed.IsNothing && owners.Count == 0 ? new([], null) : await Changes(query, supposed, owners, now, cancel);
            return Results.Json(
                new { Now = now, Items = items, Changes = changes.Members.Where(one => one.Differences.Count > 0).Select(DifferenceView.Of), Next = Query.CursorOf(changes.Next) },
                Json.Options);
        }, Takes.Options);

    private async Task<List<object>> Timetables(Register register, Referenced known, Instant now, Reading reading, CancellationToken cancel)
    {
        List<AgreedItem> accepted = [.. Registering.Accept(register, known, now, reading).SelectMany(one => one.Items)];
        reading.Demand();
        Supposition asItStands = new(known.People, known.Calendars, known.Plans);
        List<object> items = [];
        foreach (AgreedItem item in accepted)
        {
            items.Add(new { item.Agreement, Item = item.Id, item.Title, item.Warnings, Lines = (await forecast.Of(item, [], asItStands, cancel)).Select(NoticeView.Of) });
        }

        return items;
    }

    private async Task Demand(IReadOnlyList<NewOwner> owners, Reading reading, CancellationToken cancel)
    {
        foreach (NewOwner owner in owners)
        {
            if (await files.FindVisible(owner.Agreement, owner.Item, cancel) is not { Item.IsPending: true })
            {
                reading.Fault($"{owner.Pointer}/item", "names no item that could be handed over");
            }
        }

        reading.Demand();
    }

    /// <summary>What it would do to running items, a page at a time.</summary>
    private async Task<Page<Consequence>> Changes(Query query, Supposition supposed, IReadOnlyList<NewOwner> owners, Instant now, CancellationToken cancel)
    {
        ItemFilter running = new(query.Id("agreement"), null, ItemFilter.Open, null);
        Page<StoredItem> page = await listings.Items(running, _ => true, query.Limit(), query.Cursor(), cancel);
        List<Consequence> changes = [];
        foreach (StoredItem[] some in page.Members.Where(stored => !supposed.IsNothing || OwnerOf(stored.Item, owners) is not null).Chunk(ReadAtOnce))
        {
            changes.AddRange((await Task.WhenAll(some.Select(stored => Change(stored.Item, supposed, owners, now, cancel)))).OfType<Consequence>());
        }

        return new(changes, page.Next);
    }

    private async Task<Consequence?> Change(AgreedItem item, Supposition supposed, IReadOnlyList<NewOwner> owners, Instant now, CancellationToken cancel)
    {
        if (await files.Open(item.Agreement, item.Id, cancel) is not { } file)
        {
            return null;
        }

        AgreedItem before = file.Item.Item;
        AgreedItem after = OwnerOf(before, owners) is { } owner && before.IsPending ? before.HandTo(new(before.Coordinator), now, owner, "") : before;
        return await forecast.Of(file, supposed, after, now, cancel);
    }

    private static string? OwnerOf(AgreedItem item, IReadOnlyList<NewOwner> owners) =>
        owners.FirstOrDefault(owner => owner.Agreement == item.Agreement && owner.Item == item.Id)?.Owner;
}
