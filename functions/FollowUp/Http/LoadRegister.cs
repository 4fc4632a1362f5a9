using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/registers</c>: people, calendars, plans and agreements of a register file at once. 201; 200 when all of it was
/// there already.
/// </summary>
public sealed class LoadRegister(RegisterImport registering)
{
    [Function(nameof(LoadRegister))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/registers")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new(nameof(LoadRegister)), request, async cancel =>
    {
        RequestBody body = await RequestBody.Read(request, cancel, Limits.RegisterBytes);
        ParseContext context = new();
        RegisterFile register = RegisterFile.Parse(context.ParseJson(body.Bytes));
        IReadOnlyList<RegistrationResult> results = await registering.Import(
            register, context, body.IdempotencyKey(), ActingPerson.Registering(request.HttpContext), client, cancel);
        return Results.Json(
            new RegisterResponse(
                register.People.Count, register.Calendars.Count, register.Plans.Count,
                register.Agreements.Zip(
                    results, (draft, result) => new RegisteredResponse(draft.Agreement.Id, result == RegistrationResult.New))),
            Json.Options,
            statusCode: results.Contains(RegistrationResult.New) ? 201 : 200);
    }, AcceptedInputs.IdempotencyKey);
}
