using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>POST /api/agreements</c>: registers an agreement with its items. 201; 200 for the same again; 409 for other content.</summary>
public sealed class RegisterAgreement(RegisterImport registering, AgreementStore store)
{
    [Function(nameof(RegisterAgreement))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/agreements")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(request, async cancel =>
    {
        Body body = await Body.Read(request, cancel);
        ParseContext parse = new();
        AgreementDraft draft = AgreementForm.Read(parse.Root(body.Bytes));
        RegistrationResult result = (await registering.Import(RegisterFile.Of(draft), parse, body.Key(), client, cancel))[0];

        string id = draft.Agreement.Id;
        request.HttpContext.Response.Headers.Location = $"/api/agreements/{id}";
        StoredAgreement stored = await (result == RegistrationResult.New ? store.Head(id, cancel) : store.Find(id, cancel)) ?? throw new NotFoundException($"Agreement {id}");
        return Results.Json(AgreementResponse.Of(stored), Json.Options, statusCode: result == RegistrationResult.New ? 201 : 200);
    });
}
