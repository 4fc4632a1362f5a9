using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Operations.Lists;
using FollowUp.Parsing;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/figures?from=&amp;to=&amp;agreement=&amp;owner=</c>: how the items kept their dates that are due from the one day to the
/// other. Of those that the caller may read, as everywhere.
/// </summary>
public sealed class GetFigures(ItemLists lists, TimeProvider clock)
{
    [Function(nameof(GetFigures))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/figures")] HttpRequest request) =>
        Refusals.Answer(new(nameof(GetFigures)), request, async cancel =>
        {
            QueryOptions query = new(request, "from", "to", "agreement", "owner");
            Instant now = clock.Now();
            (LocalDate from, LocalDate to) = Span(query, now.InUtc().Date);
            ListFilter filter = new()
            {
                Agreement = query.Id("agreement"),
                Owner = query.Id("owner"),
                DueFrom = from,
                DueBefore = to.PlusDays(1),
            };
            DateFigures figures = await lists.Figures(ListOptions.Shown(AccessGate.Of(request.HttpContext)), filter, now, cancel);
            return Results.Json(FiguresResponse.Of(figures, from, to, now), Json.Options);
        }, AcceptedInputs.QueryOptions);

    /// <summary>Twelve whole months, this one the last, where nobody asks for others.</summary>
    private static (LocalDate From, LocalDate To) Span(QueryOptions query, LocalDate today)
    {
        LocalDate to = query.Date("to") ?? today.With(DateAdjusters.EndOfMonth);
        LocalDate from = query.Date("from") ?? to.With(DateAdjusters.StartOfMonth).PlusMonths(-11);
        return from <= to ? (from, to) : throw new InvalidInputException("/to", $"lies before from, {LocalDatePattern.Iso.Format(from)}");
    }
}
