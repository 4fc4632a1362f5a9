using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Storage;
using FollowUp.Timetables;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary><c>GET …/timetable</c>: what was said and what will be said as things stand, each line with its explanation.</summary>
public sealed class GetTimetable(AgreementStore store, TimetableForecast forecast, TimeProvider clock)
{
    [Function(nameof(GetTimetable))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agreements/{agreement}/items/{item}/timetable")]
        HttpRequest request,
        string agreement,
        string item) => Refusals.Answer(new(nameof(GetTimetable), agreement, item), request, async cancel =>
    {
        LoadedItem loaded = await store.ItemAt(agreement, item, cancel);
        Instant now = clock.Now();
        IReadOnlyList<ForecastEntry> lines = await forecast.Of(loaded.Item.Item, loaded.Ledger, HypotheticalData.None, now, cancel);
        string? unheard = await forecast.Unheard(loaded.Item.Item, cancel);
        return Results.Json(
            new TimetableResponse(now, lines.Select(NoticeResponse.Of), unheard is null ? null : WarningResponse.Of(unheard)),
            Json.Options);
    });
}
