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
/// <c>POST /api/agreements/{agreement}/timetable</c>: what would be said of one more item, given as it would be added: its timetable and
/// its warnings, or why it would not be taken. Nothing is stored.
/// </summary>
public sealed class PreviewItem(ItemProposal proposal, AgreementStore store, TimetableForecast forecast, TimeProvider clock)
{
    [Function(nameof(PreviewItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{agreement}/timetable")] HttpRequest request,
        string agreement) => Refusals.Answer(new(nameof(PreviewItem), agreement), request, async cancel =>
    {
        StoredAgreement head = await store.AgreementAt(agreement, cancel);
        RequestBody body = await RequestBody.Read(request, cancel);
        ParseContext context = new();
        ItemDraft draft = ItemParser.Parse(context.ParseJson(body.Bytes), head.Agreement);
        Instant now = clock.Now();
        (AgreedItem item, ResolvedReferences known) = await proposal.Accept(draft, head, context, now, cancel);
        if (head.Items.Contains(item.Id))
        {
            throw TakenException.Of($"Item {item.Id} of agreement {agreement}");
        }

        HypotheticalData around = new(known.People, known.Calendars, known.Plans);
        IReadOnlyList<ForecastEntry> lines = await forecast.Of(item, [], around, now, cancel);
        return Results.Json(new DryRunResponse(now, [DryRunItemResponse.Of(item, lines)], [], null), Json.Options);
    });
}
