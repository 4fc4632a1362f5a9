using System.Text.Json;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Http;

/// <summary>The way of every verb: read the body, have the item changed, answer with the item.</summary>
public sealed class ItemVerb(ItemChanger changer, ReferenceResolver references, ItemAnswers answers, TimeProvider clock)
{
    /// <param name="read">Reads the body beside <c>by</c>; its fields must be named by <c>AllowOnly</c>.</param>
    public Task<IResult> Run(
        HttpRequest request, string agreement, string item, DurableTaskClient client, Func<JsonField, RequestedVerb> read) =>
        Refusals.Answer(request, async cancel =>
        {
            RequestBody body = HttpMethods.IsDelete(request.Method) ? ByOf(request) : await RequestBody.Read(request, cancel);
            ParseContext context = new();
            JsonField root = context.ParseJson(body.Bytes);
            RequestedVerb wanted = read(root);
            string by = root["by"].Id();
            if (context.References.Count > 0)
            {
                _ = await references.Resolve(new([], [], [], []), context, cancel);
            }

            context.ThrowIfFaulty();
            Instant now = clock.Now();
            IdempotencyRecord? key = HttpMethods.IsPost(request.Method) ? body.IdempotencyKey() : null;
            RouteIds.Require($"Item {item} of agreement {agreement}", agreement, item);
            ItemChange change = new(agreement, item, by, wanted, Preconditions.IfMatchRevisions(request), key, now);
            ChangeResult changed = await changer.Change(change, client, cancel);
            int status = changed.IsNew && wanted.IsCreation ? StatusCodes.Status201Created : StatusCodes.Status200OK;
            return await answers.Changed(request, changed.Item, now, status, cancel);
        }, AcceptedInputs.IfMatch | (HttpMethods.IsDelete(request.Method) ? AcceptedInputs.QueryOptions : AcceptedInputs.None));

    /// <summary>A call without a body says who acts in its address.</summary>
    private static RequestBody ByOf(HttpRequest request)
    {
        QueryOptions query = new(request, "by");
        return new(JsonSerializer.SerializeToUtf8Bytes(new { by = query.Required("by") }), request);
    }
}
