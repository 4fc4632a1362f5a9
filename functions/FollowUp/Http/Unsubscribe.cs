using System.Text;
using FollowUp.Delivery;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.People;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary>
/// <c>GET | POST /api/rhythm/{secret}</c>: the address in <c>List-Unsubscribe</c>. Read, it leads to the page and changes nothing (law 17):
/// scanners read every address. A mail program's one click (RFC 8058) makes letters the fewest that there are; duties cannot be cancelled.
/// </summary>
public sealed class Unsubscribe(RhythmDesk desk, LinkSettings links, MailSettings mail)
{
    private const string Route = "api/rhythm/{secret}";

    private const string Field = "List-Unsubscribe", Click = "One-Click";

    private const int BodyMax = 4_096;

    /// <summary>The address in <c>List-Unsubscribe</c>, read: it leads to the page, and changes nothing (law 17).</summary>
    [Function("OpenRhythm")]
    public Task<IResult> Open([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        Refusals.Answer(new("OpenRhythm"), request, cancel =>
        {
            string token = FeedLinks.SecretOf(request);
            _ = RhythmLinks.Demand(token, links);
            return Task.FromResult(Results.Redirect($"{mail.BoardUrl}{AnswerLinks.RhythmPage}#{token}"));
        });

    /// <summary>One click of a mail program (RFC 8058): letters become the fewest that there are. Duties are not cancelled by it.</summary>
    [Function(nameof(Unsubscribe))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        Refusals.Answer(new(nameof(Unsubscribe)), request, async cancel =>
        {
            string person = RhythmLinks.Demand(FeedLinks.SecretOf(request), links);
            RequestBody body = await RequestBody.Read(request, cancel, BodyMax, ContentType.FormEncoded, ContentType.Multipart);
            string form = Encoding.UTF8.GetString(body.Bytes.Span);
            if (!form.Contains(Field, StringComparison.OrdinalIgnoreCase) || !form.Contains(Click, StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidInputException($"/{Field}", $"must be {Click}, as RFC 8058 has it");
            }

            Person set = await desk.Set(
                person, now => now?.Every == Pace.Weekly ? now : Rhythm.Fewest, client, cancel);
            return Results.Json(PersonRhythmResponse.Of(set), Json.Options);
        });
}
