using System.Text.Json;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Http;

/// <summary>The way of every verb: read the body, have the item changed, answer with the item.</summary>
public sealed class ItemVerb(ItemChanger changer, ReferenceResolver references, TimeProvider clock)
{
    /// <param name="read">Reads the body beside <c>by</c>; its fields must be named by <c>Only</c>.</param>
    public Task<IResult> Run(HttpRequest request, string agreement, string item, DurableTaskClient client, Func<JsonField, RequestedVerb> read) =>
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
            Instant now = Instant.FromDateTimeOffset(clock.GetUtcNow());
            IdempotencyRecord? key = HttpMethods.IsPost(request.Method) ? body.IdempotencyKey() : null;
            RouteIds.Require($"Item {item} of agreement {agreement}", agreement, item);
            ChangeResult changed = await actors.As(by, agreement, item, now, actor => changes.Change(
                agreement, item, Preconditions.IfMatchRevisions(request),
                (read, terms) => wanted.Do(read, actor, now, terms),
                (before, after) => Happened(wanted, by, before, after),
                key, now, cancel), cancel);
            if (changed.IsNew)
            {
                await Task.WhenAll(changed.Freed.Prepend(item).Select(one => client.Nudge(new(agreement, one), log, cancel)));
            }

            return ItemView.Answer(request, changed.Item, now, changed.IsNew && wanted.IsCreation ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        }, AcceptedInputs.IfMatch | (HttpMethods.IsDelete(request.Method) ? AcceptedInputs.QueryOptions : AcceptedInputs.None));

    /// <summary>A call without a body says who acts in its address.</summary>
    private static RequestBody ByOf(HttpRequest request)
    {
        QueryOptions query = new(request, "by");
        return new(JsonSerializer.SerializeToUtf8Bytes(new { by = query.Required("by") }), request);
    }
}
