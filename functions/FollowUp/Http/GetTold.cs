using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.People;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/people/{id}/told?on=&amp;agreement=&amp;item=</c>: whether somebody was told something that day: when, to which address,
/// under which Message-ID, what the mail server said, and which entry seals it; or why not. The day is the person's own; of items that the
/// caller may read, as everywhere.
/// </summary>
public sealed class GetTold(ToldInquiry inquiry, ReferenceStore reference, TimeProvider clock)
{
    [Function(nameof(GetTold))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/people/{id}/told")] HttpRequest request, string id) =>
        Refusals.Answer(new(nameof(GetTold)), request, async cancel =>
        {
            QueryOptions query = new(request, "on", "agreement", "item");
            LocalDate? on = query.Date("on");
            (string? agreement, string? item) = (query.Id("agreement"), query.Id("item"));
            _ = query.Required("on");
            RouteIds.Require($"Person {id}", id);
            Person person = await reference.Person(id, cancel) ?? throw new NotFoundException($"Person {id}");
            Principal who = AccessGate.Of(request.HttpContext);
            ToldQuestion question = new(person, on!.Value, agreement, item);
            return Results.Json(
                ToldResponse.Of(question, await inquiry.Answer(question, one => Visibility.Sees(who, one), clock.Now(), cancel)),
                Json.Options);
        }, AcceptedInputs.QueryOptions);
}
