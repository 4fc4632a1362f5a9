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
public sealed class RebaseAgreement(AgreementStore store, Rebaser rebaser, ActorResolver actors, TimeProvider clock, ILogger<RebaseAgreement> log)
{
    [Function(nameof(RebaseAgreement))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/agreements/{agreement}/rebase")] HttpRequest request,
        string agreement,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(request, async cancel =>
    {
        RouteIds.Demand($"Agreement {agreement}", agreement);
        (string by, string? preview) = await Read(request, cancel);
        _ = await store.Find(agreement, cancel) is { IsActive: true } ? true : throw new NotFoundException($"Agreement {agreement}");
        Instant now = Instant.FromDateTimeOffset(clock.GetUtcNow());

        List<(Consequence Consequence, Actor Actor)> all = await Preview(agreement, by, now, cancel);
        List<(Consequence Consequence, Actor Actor)> behind = [.. all.Where(one => !ReferenceEquals(one.Consequence.Before, one.Consequence.After))];
        string token = TokenOf(all.Select(one => one.Consequence.After));
        if (preview is not null && preview != token)
        {
            throw new UnseenException();
        }

        foreach ((Consequence consequence, Actor actor) in preview is null ? [] : behind)
        {
            await Apply(consequence.Before, actor, now, client, cancel);
        }

        return Results.Json(
            new AgreementRebaseResponse(now, token, preview is not null, behind.Select(one => DifferenceResponse.Of(one.Consequence))),
            Json.Options);
    });

    private async Task<List<(Consequence Consequence, Actor Actor)>> Preview(string agreement, string by, Instant now, CancellationToken cancel)
    {
        List<(Consequence, Actor)> all = [];
        foreach (AgreedItem item in (await store.Items(agreement, cancel)).Select(stored => stored.Item).Where(item => item.IsOpen))
        {
            Actor actor = await actors.Of(by, item, now, cancel);
            all.Add((await rebaser.Preview(agreement, item.Id, actor, now, cancel), actor));
        }

        return all;
    }

    private static async Task<(string By, string? Preview)> Read(HttpRequest request, CancellationToken cancel)
    {
        ParseContext parse = new();
        JsonField root = parse.Root((await Body.Read(request, cancel)).Bytes).Only("by", "preview");
        (string by, string? preview) = (root["by"].Id(), root["preview"].OptionalText(Limits.Title));
        parse.Demand();
        return (by, preview);
    }

    /// <summary>Names the revisions, not what is still to do: a call that broke off half way can be repeated.</summary>
    private static string TokenOf(IEnumerable<AgreedItem> rebased) =>
        Fingerprints.Of(rebased.SelectMany(item => item.Frozen.Append(item.Plan)).Select(revised => $"{revised.Id} {revised.Revision}").Distinct().Order(StringComparer.Ordinal).ToList())[..32];

    private async Task Apply(AgreedItem item, Actor actor, Instant now, DurableTaskClient client, CancellationToken cancel)
    {
        AdvanceResult advanced = await rebaser.Apply(item.Agreement, item.Id, actor, now, cancel);
        await client.StartFor(advanced, cancel);
        await client.Nudge(new(item.Agreement, item.Id), log, cancel);
    }
}

/// <summary>What was previewed is not what would happen by now.</summary>
public sealed class UnseenException() : Exception("A plan or calendar has changed since the preview. Look at a new preview, and send its token.");
