using FollowUp.Http.Responses;
using FollowUp.Scheduling;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/repair/letters</c>: letters that were not taken, and would be tried again after hours, are tried now; with
/// <c>?recipient=</c> one person's alone. A letter that is out, or may be, is never started over: nobody gets it twice.
/// </summary>
public sealed class TryLettersAgain(WaitingLetters letters, TimeProvider clock)
{
    /// <summary>As many wait at most, for all that is counted.</summary>
    private const int WaitingMax = 1_000;

    /// <summary>Of a call: each is four requests of the hub.</summary>
    private const int AtOnceMax = 100;

    [Function(nameof(TryLettersAgain))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/repair/letters")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new(nameof(TryLettersAgain)), request, async cancel =>
    {
        await RequestBody.RequireEmpty(request, cancel);
        string? recipient = new QueryOptions(request, "recipient").Id("recipient");
        IReadOnlyList<WaitingLetter> theirs = await letters.Read(clock.Now() - WaitingLetters.Grace, WaitingMax, cancel, recipient);
        WaitingLetter[] tried = [.. theirs.Where(letter => letter.MayBeTriedAgain).Take(AtOnceMax)];
        foreach (WaitingLetter letter in tried)
        {
            await client.Restart(letter.Key, cancel);
        }

        int underWay = theirs.Count(letter => !letter.MayBeTriedAgain);
        return Results.Json(new RetryResponse(tried.Length, underWay, theirs.Count - underWay - tried.Length), Json.Options);
    }, AcceptedInputs.QueryOptions);
}
