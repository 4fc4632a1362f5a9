using FollowUp.Answers;
using FollowUp.Delivery;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/answers/evidence/{file}</c>: a file of the item that the link of a letter shows, for as long as it shows the item: who
/// confirms by a letter reads what they confirm.
/// </summary>
public sealed class GetAnswerEvidence(AnswerDesk answers, EvidenceDesk desk, LinkSettings links, TimeProvider clock)
{
    [Function(nameof(GetAnswerEvidence))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/answers/evidence/{file}")] HttpRequest request,
        string file) => Refusals.Answer(new(nameof(GetAnswerEvidence)), request, async cancel =>
    {
        AnswerScope scope = LinkToken.Demand(request, links);
        if (await answers.Show(scope, clock.Now(), cancel) is { IsAlive: false })
        {
            throw new NotFoundException("This file");
        }

        (EvidenceFile known, byte[] content) = await desk.Read(scope.Agreement, scope.Item, file, cancel);
        return GetEvidence.Attachment(request.HttpContext.Response, known, content);
    });
}
