using FollowUp.Access;
using FollowUp.Agreements;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>
/// <c>PUT /api/agreements/{agreement}/wording</c>: its coordinator puts its title, its place, and text and label of its clauses right. The
/// journal keeps what stood there; nobody is told.
/// </summary>
public sealed class AmendAgreement(AgreementAmender amender, AgreementStore store, ActingPerson acting, TimeProvider clock)
{
    [Function(nameof(AmendAgreement))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{agreement}/wording")] HttpRequest request,
        string agreement) => Refusals.Answer(new(nameof(AmendAgreement), agreement), request, async cancel =>
    {
        RequestBody body = await RequestBody.Read(request, cancel);
        ParseContext context = new();
        JsonField root = context.ParseJson(body.Bytes).AllowOnly("by", "title", "place", "clauses", "reason");
        string? named = root["by"].IsAbsent && ActingPerson.IsKnown(request.HttpContext) ? null : root["by"].Id();
        AgreementCorrection wanted = AgreementCorrectionParser.Parse(root);
        string? reason = root["reason"].OptionalText(Limits.Title);
        context.ThrowIfFaulty();
        StoredAgreement head = await store.AgreementAt(agreement, cancel);
        AgreementCorrectionParser.CheckClauses(root, head.Agreement);
        context.ThrowIfFaulty();
        Deed deed = await acting.Find(request.HttpContext, new(nameof(AmendAgreement), agreement), named, cancel);
        StoredAgreement amended =
            await amender.Amend(new(agreement, deed, wanted, reason, body.IdempotencyKey(), clock.Now()), cancel);
        return Results.Json(AgreementResponse.Of(amended), Json.Options);
    }, AcceptedInputs.IdempotencyKey);
}
