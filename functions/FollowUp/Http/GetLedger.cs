using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Storage;
using FollowUp.Timetables;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary><c>GET …/ledger</c>: every notice that was decided on: why somebody was told, or why not.</summary>
public sealed class GetLedger(AgreementStore store, TimetableForecast forecast)
{
    [Function(nameof(GetLedger))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agreements/{agreement}/items/{item}/ledger")]
        HttpRequest request,
        string agreement,
        string item) => Refusals.Answer(new(nameof(GetLedger), agreement, item), request, async cancel =>
    {
        LoadedItem loaded = await store.ItemAt(agreement, item, cancel);
        IReadOnlyList<TimetableEntry> rows = await forecast.Written(loaded.Item.Item, loaded.Ledger, cancel);
        return Results.Json(new LedgerResponse(rows.Select(NoticeResponse.Of)), Json.Options);
    });
}
