using FollowUp.Http.Responses;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Timetables;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/timetable</c>: what would happen. Of the agreements of a register file, the whole timetable of each item; of its
/// people, calendars and plans, and of <c>owners</c> (<c>{agreement, item, owner}</c>), what they would change for items that run:
/// who would get, lose or get at another moment which notice. People would change it at once, a plan or calendar once the item is
/// re-based (law 9), which each change says of itself, and another owner after that. Nothing is stored.
/// </summary>
public sealed class DryRun(
    RegisterResolver resolution,
    HypotheticalDataReader hypotheticals,
    Rebaser rebaser,
    AgreementStore store,
    Listing listings,
    TimetableForecast forecast,
    TimeProvider clock)
{
    /// <summary>Each reads a dozen rows.</summary>
    private const int ReadAtOnce = 8;

    [Function(nameof(DryRun))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/timetable")] HttpRequest request) =>
        Refusals.Answer(new(nameof(DryRun)), request, async cancel =>
        {
            QueryOptions query = new(request, "agreement", "limit", "cursor");

            // Also where nothing comes to be listed, an option that cannot be followed is refused.
            _ = (query.Id("agreement"), query.Limit(), query.Cursor());
            ParseContext context = new();
            JsonField root = context.ParseJson((await RequestBody.Read(request, cancel, Limits.RegisterBytes)).Bytes);
            RegisterFile register = RegisterFile.Parse(root, "owners");
            IReadOnlyList<ProposedOwner> owners = ProposedOwner.ParseList(root["owners"]);
            Instant now = clock.Now();

            await CheckOwners(owners, register, context, now, cancel);
            ResolvedRegister resolved = await resolution.Resolve(register, context, answer: null, now, cancel);
            HypotheticalData hypothetical = await hypotheticals.Of(register, cancel);
            List<DryRunItemResponse> items = await Timetables(resolved, hypothetical, now, cancel);
            Page<Consequence> changes = hypothetical.IsNothing && owners.Count == 0
                ? new([], null)
                : await Changes(query, hypothetical, owners, now, cancel);
            return Results.Json(
                new DryRunResponse(
                    now, items, changes.Members.Where(one => one.Differences.Count > 0).Select(DifferenceResponse.Of),
                    QueryOptions.FormatCursor(changes.Next)),
                Json.Options);
        }, AcceptedInputs.QueryOptions);

    /// <summary>Of an agreement that is there already, its items as they stand.</summary>
    private async Task<List<DryRunItemResponse>> Timetables(
        ResolvedRegister resolved, HypotheticalData hypothetical, Instant now, CancellationToken cancel)
    {
        HypotheticalData known = new(resolved.Known.People, resolved.Known.Calendars, resolved.Known.Plans);
        List<DryRunItemResponse> items = [];
        foreach (ResolvedAgreement agreement in resolved.Agreements)
        {
            foreach (AgreedItem item in agreement.Items)
            {
                bool isNew = agreement.Standing == RegistrationResult.New;
                LoadedItem? loaded = isNew ? null : await store.Load(item.Agreement, item.Id, Freshness.Current, cancel);
                AgreedItem shown = loaded?.Item.Item ?? item;
                HypotheticalData data = loaded is null ? known : hypothetical;
                IReadOnlyList<ForecastEntry> lines = await forecast.Of(shown, loaded?.Ledger ?? [], data, now, cancel);
                items.Add(DryRunItemResponse.Of(shown, lines));
            }
        }

        return items;
    }

    private async Task CheckOwners(
        IReadOnlyList<ProposedOwner> owners, RegisterFile register, ParseContext context, Instant now, CancellationToken cancel)
    {
        // An id that is not of the form has its fault already.
        foreach (ProposedOwner owner in owners.Where(one => Identifier.IsValid(one.Agreement) && Identifier.IsValid(one.Item)))
        {
            AgreedItem? item = (await store.Load(owner.Agreement, owner.Item, Freshness.Current, cancel))?.Item.Item;
            if (WhyNot(owner, item, register, now) is { } why)
            {
                context.AddFault($"{owner.Pointer}/item", why);
            }
        }
    }

    private static string? WhyNot(ProposedOwner owner, AgreedItem? item, RegisterFile register, Instant now)
    {
        if (item is not { IsPending: true })
        {
            bool isInBody = register.Agreements.Any(
                draft => draft.Agreement.Id == owner.Agreement && draft.Items.Any(one => one.Id == owner.Item));
            return item is null && isInBody
                ? "is registered by this very body: name its owner there"
                : "names no item that could be handed over";
        }

        try
        {
            _ = item.HandTo(new(item.Coordinator), now, owner.Owner, "");
            return null;
        }
        catch (ItemRefusedException refused)
        {
            return refused.Message;
        }
    }

    /// <summary>What it would do to running items, a page at a time.</summary>
    private async Task<Page<Consequence>> Changes(
        QueryOptions query, HypotheticalData hypothetical, IReadOnlyList<ProposedOwner> owners, Instant now, CancellationToken cancel)
    {
        ItemFilter running = new(query.Id("agreement"), null, ItemFilter.Open, null);
        Page<StoredItem> page = await listings.Items(running, null, _ => true, query.Limit(), query.Cursor(), cancel);
        List<Consequence> changes = [];
        IEnumerable<AgreedItem> items = page.Members.Select(stored => stored.Item);
        foreach (AgreedItem[] some in items.Where(item => !hypothetical.IsNothing || OwnerOf(item, owners) is not null).Chunk(ReadAtOnce))
        {
            Consequence?[] tried = await Task.WhenAll(
                some.Select(item => rebaser.Try(item.Agreement, item.Id, hypothetical, OwnerOf(item, owners), now, cancel)));
            changes.AddRange(tried.OfType<Consequence>());
        }

        return new(changes, page.Next);
    }

    private static string? OwnerOf(AgreedItem item, IReadOnlyList<ProposedOwner> owners) =>
        owners.FirstOrDefault(owner => owner.Agreement == item.Agreement && owner.Item == item.Id)?.Owner;
}
