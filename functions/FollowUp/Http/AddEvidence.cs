using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>POST …/evidence?name=&amp;by=</c> with a file as the body: the owner hands in what shows that it is done. It is kept with the item
/// under its checksum, by which a report may name it; the same content again changes nothing.
/// </summary>
public sealed class AddEvidence(
    EvidenceDesk desk, ActingPerson acting, ItemAnswers answers, EvidenceSettings settings, TimeProvider clock)
{
    /// <summary>
    /// The owner hands in a file, the body, that shows what was done. A report may name it by its checksum; the same content again changes
    /// nothing.
    /// </summary>
    [Function(nameof(AddEvidence))]
    public Task<IResult> Run(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{agreement}/items/{item}/evidence")] HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new(nameof(AddEvidence), agreement, item), request, async cancel =>
    {
        QueryOptions query = new(request, "name", "by");
        EvidenceUpload upload = await EvidenceUpload.Read(request, query["name"], settings, cancel);
        RouteIds.Require($"Item {item} of agreement {agreement}", agreement, item);
        Deed deed = await acting.Find(request.HttpContext, new(nameof(AddEvidence), agreement, item), query.Id("by"), cancel);
        Instant now = clock.Now();
        ItemChange change = new(
            agreement, item, deed.By, upload.Verb, Preconditions.IfMatchRevisions(request), upload.Body.IdempotencyKey(), now)
        {
            Through = deed.Through,
        };
        ChangeResult changed = await desk.HandIn(change, upload.File.Sha256, upload.File.Content, client, cancel);
        int status = changed.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        request.HttpContext.Response.Headers.Location = EvidenceFileResponse.AddressOf(changed.Item, upload.File.Sha256);
        return await answers.Changed(request, changed.Item, now, status, cancel);
    }, AcceptedInputs.IfMatch | AcceptedInputs.IdempotencyKey | AcceptedInputs.QueryOptions);
}
