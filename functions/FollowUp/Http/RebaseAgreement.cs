using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Scheduling;
using FollowUp.Storage;
using FollowUp.Timetables;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/agreements/{agreement}/rebase</c>: moves the running items of an agreement to today's revisions of their plans and
/// calendars (law 9). Without <c>preview</c> it only shows what that would change, and hands out a token; with the token it is done.
/// 412 where the revisions have changed since.
/// </summary>
public sealed class RebaseAgreement(
    AgreementStore store,
    AgreementQueries queries,
    Rebaser rebaser,
    ActorResolver actors,
    ActingPerson acting,
    LetterStarter letters,
    TimeProvider clock,
    ILogger<RebaseAgreement> log)
{
    private const int TokenLength = 32;

    [Function(nameof(RebaseAgreement))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{agreement}/rebase")] HttpRequest request,
        string agreement,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new(nameof(RebaseAgreement), agreement), request, async cancel =>
    {
        RouteIds.Require($"Agreement {agreement}", agreement);
        (string? named, string? preview) = await Read(request, cancel);
        Deed deed = await acting.Find(request.HttpContext, new(nameof(RebaseAgreement), agreement), named, cancel);
        _ = await store.AgreementAt(agreement, cancel);
        Instant now = clock.Now();

        List<(Consequence Consequence, Actor Actor)> all = await Preview(agreement, deed.By, now, cancel);
        List<(Consequence Consequence, Actor Actor)> behind =
            [.. all.Where(one => !ReferenceEquals(one.Consequence.Before, one.Consequence.After))];
        string token = TokenOf(all.Select(one => one.Consequence.After));
        if (preview is not null && preview != token)
        {
            throw new OutdatedPreviewException();
        }

        foreach ((Consequence consequence, Actor actor) in preview is null ? [] : behind)
        {
            await Apply(consequence.Before, actor, deed.Through, now, client, cancel);
        }

        return Results.Json(
            new AgreementRebaseResponse(now, token, preview is not null, behind.Select(one => DifferenceResponse.Of(one.Consequence))),
            Json.Options);
    });

    private async Task<List<(Consequence Consequence, Actor Actor)>> Preview(
        string agreement, string by, Instant now, CancellationToken cancel)
    {
        List<(Consequence, Actor)> all = [];
        foreach (AgreedItem item in (await queries.Items(agreement, cancel)).Select(stored => stored.Item).Where(item => item.IsOpen))
        {
            await actors.DemandKnown(by, cancel);
            Actor actor = await actors.Resolve(by, item, now, cancel);
            all.Add((await rebaser.Preview(agreement, item.Id, actor, now, cancel), actor));
        }

        return all;
    }

    private static async Task<(string? By, string? Preview)> Read(HttpRequest request, CancellationToken cancel)
    {
        ParseContext context = new();
        JsonField root = context.ParseJson((await RequestBody.Read(request, cancel)).Bytes).AllowOnly("by", "preview");
        string? by = root["by"].IsAbsent && ActingPerson.IsKnown(request.HttpContext) ? null : root["by"].Id();
        string? preview = root["preview"].OptionalText(Limits.Title);
        context.ThrowIfFaulty();
        return (by, preview);
    }

    /// <summary>Names the revisions, not what is still to do, so that a call that broke off half way can be repeated.</summary>
    private static string TokenOf(IEnumerable<AgreedItem> rebased)
    {
        IEnumerable<string> revisions =
            rebased.SelectMany(item => item.FrozenCalendars.Append(item.Plan)).Select(revised => $"{revised.Id} {revised.Revision}");
        return Fingerprints.HashOf(revisions.Distinct().Order(StringComparer.Ordinal).ToList())[..TokenLength];
    }

    private async Task Apply(
        AgreedItem item, Actor actor, string? through, Instant now, DurableTaskClient client, CancellationToken cancel)
    {
        AdvanceResult advanced = await rebaser.Apply(item.Agreement, item.Id, actor, through, now, cancel);
        await letters.StartFor(advanced, client, cancel);
        await client.Nudge(new(item.Agreement, item.Id), log, cancel);
    }
}
