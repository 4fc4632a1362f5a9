using FollowUp.Answers;
using FollowUp.Delivery;
using FollowUp.Journal;
using FollowUp.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/answers/evidence?name=</c> with a file as the body: whoever may report by the link of a letter hands in what shows it, as
/// its reader. The report itself is another call, which names the file.
/// </summary>
public sealed class AddAnswerEvidence(
    AnswerDesk answers, EvidenceDesk desk, LinkSettings links, EvidenceSettings settings, TimeProvider clock)
{
    /// <summary>
    /// Whoever may report by the link of a letter hands in a file, the body, that shows it. The report that names it is another call.
    /// </summary>
    [Function(nameof(AddAnswerEvidence))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/answers/evidence")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new(nameof(AddAnswerEvidence)), request, async cancel =>
    {
        AnswerScope scope = LinkToken.Demand(request, links);
        Instant now = clock.Now();
        LinkRefusedException.ThrowIfExpired(await answers.Show(scope, now, cancel));
        EvidenceUpload upload = await EvidenceUpload.Read(request, new QueryOptions(request, "name")["name"], settings, cancel);
        ItemChange change = new(
            scope.Agreement, scope.Item, scope.Recipient, upload.VerbBy(scope), Preconditions.IfMatchRevisions(request), null, now)
        {
            Through = Through.Letter,
        };
        _ = await desk.HandIn(change, upload.File.Sha256, upload.File.Content, client, cancel);
        request.HttpContext.Response.Headers.Location = $"/api/answers/evidence/{upload.File.Sha256}";
        return ShowAnswers.Answer(request, await answers.Show(scope, now, cancel), links);
    }, AcceptedInputs.IfMatch | AcceptedInputs.QueryOptions);
}
