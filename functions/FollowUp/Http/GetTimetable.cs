using FollowUp.Http.Responses;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Storage;
using FollowUp.Timetables;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>GET …/timetable</c>: what was said and what will be said as things stand, each line with its explanation; with <c>?dueOn=</c> as it
/// would be if the due date were moved there now. Nothing is stored.
/// </summary>
public sealed class GetTimetable(AgreementStore store, TimetableForecast forecast, TimeProvider clock)
{
    [Function(nameof(GetTimetable))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agreements/{agreement}/items/{item}/timetable")]
        HttpRequest request,
        string agreement,
        string item) => Refusals.Answer(new(nameof(GetTimetable), agreement, item), request, async cancel =>
    {
        LocalDate? dueOn = new QueryOptions(request, "dueOn").Date("dueOn");
        LoadedItem loaded = await store.ItemAt(agreement, item, cancel);
        Instant now = clock.Now();
        AgreedItem known = loaded.Item.Item;
        AgreedItem shown = dueOn is { } day && day != known.DueOn ? known.Reschedule(new(known.Coordinator), now, day, "") : known;
        IReadOnlyList<ForecastEntry> lines = await forecast.Of(shown, loaded.Ledger, HypotheticalData.None, now, cancel);
        string? unheard = await forecast.Unheard(shown, cancel);
        return Results.Json(
            new TimetableResponse(
                now, lines.Select(NoticeResponse.Of), unheard is null ? null : WarningResponse.Of(unheard),
                dueOn is null ? null : DueDayResponse.Of(shown.DueOn, await forecast.NotesOn(shown, shown.DueOn, cancel))),
            Json.Options);
    }, AcceptedInputs.QueryOptions);
}
