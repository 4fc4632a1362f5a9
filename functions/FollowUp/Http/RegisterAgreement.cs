using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/agreements</c>: registers an agreement with its items. 201; 200 for the same again; 409 for other content.
/// </summary>
public sealed class RegisterAgreement(RegisterImport registering, AgreementStore store)
{
    [Function(nameof(RegisterAgreement))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new(nameof(RegisterAgreement)), request, async cancel =>
    {
        RequestBody body = await RequestBody.Read(request, cancel);
        ParseContext context = new();
        AgreementDraft draft = AgreementParser.Parse(context.ParseJson(body.Bytes));
        RegisterFile register = RegisterFile.FromAgreement(draft);
        RegistrationResult result = (await registering.Import(
            register, context, body.IdempotencyKey(), ActingPerson.Registering(request.HttpContext), client, cancel))[0];

        string id = draft.Agreement.Id;
        request.HttpContext.Response.Headers.Location = $"/api/agreements/{id}";
        Freshness freshness = result == RegistrationResult.New ? Freshness.LastKnown : Freshness.Current;
        StoredAgreement stored = await store.LoadAgreement(id, freshness, cancel) ?? throw new NotFoundException($"Agreement {id}");
        return Results.Json(AgreementResponse.Of(stored), Json.Options, statusCode: result == RegistrationResult.New ? 201 : 200);
    }, AcceptedInputs.IdempotencyKey);
}
