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
public sealed class LoadRegister(Registering registering)
{
    [Function(nameof(LoadRegister))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/registers")] HttpRequest request,
        [DurableClient] DurableTaskClient clocks) => Refusals.Answer(request, async cancel =>
    {
        Body body = await Body.Read(request, cancel, Limits.RegisterBytes);
        Reading reading = new();
        Register register = Register.Read(reading.Root(body.Bytes));
        IReadOnlyList<Registered> results = await registering.Take(register, reading, body.Key(), clocks, cancel);
        return Results.Json(
            new
            {
                People = register.People.Count,
                Calendars = register.Calendars.Count,
                Plans = register.Plans.Count,
                Agreements = register.Agreements.Zip(results, (draft, result) => new { draft.Agreement.Id, IsNew = result == Registered.New }),
            },
            Json.Options,
            statusCode: results.Contains(Registered.New) ? 201 : 200);
    });
}
