using FollowUp.Access;
using FollowUp.Changes;
using FollowUp.Http.Responses;
using FollowUp.Operations.Changes;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/changes?since=&amp;limit=</c>: what happened in all agreements since the <c>next</c> of the answer before, of what the
/// caller may see; without <c>since</c>, from the beginning. <c>POST /api/changes</c> begins the log that this is read from.
/// </summary>
public sealed class ChangesResource(ChangeFeed feed, ChangeSequencer sequencer)
{
    private const string Route = "api/changes";

    /// <summary>
    /// What happened in all agreements since the <c>next</c> of the answer before, of what the caller may see; without <c>since</c>, from
    /// the beginning.
    /// </summary>
    [Function("GetChanges")]
    public Task<IResult> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        Refusals.Answer(new("GetChanges"), request, async cancel =>
        {
            QueryOptions query = new(request, "since", "limit");
            ChangePage page = await feed.Read(
                Since(query), query.Limit(), ListOptions.Shown(AccessGate.Of(request.HttpContext)), cancel);
            return Results.Json(ChangesResponse.Of(page), Json.Options);
        }, AcceptedInputs.QueryOptions);

    /// <summary>Begins the log that changes are read from, with all that happened so far. Where there is one, it goes on.</summary>
    [Function("BeginChanges")]
    public Task<IResult> Begin([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        Refusals.Answer(new("BeginChanges"), request, async cancel =>
        {
            await RequestBody.RequireEmpty(request, cancel);
            string log = (await sequencer.Begin(cancel)).Id;
            return Results.Json(ChangesResponse.Of(new([], ChangeCursor.StartOf(log), HasMore: true)), Json.Options);
        });

    private static ChangeCursor? Since(QueryOptions query) => query["since"] is not { } text ? null
        : ChangeCursor.Parse(text) ?? throw ChangeFeed.UnknownCursor();
}
