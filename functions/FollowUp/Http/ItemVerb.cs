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
            Body body = HttpMethods.IsDelete(request.Method) ? ByOf(request) : await Body.Read(request, cancel);
            ParseContext parse = new();
            JsonField root = parse.Root(body.Bytes);
            RequestedVerb wanted = read(root);
            string by = root["by"].Id();
            if (parse.References.Count > 0)
            {
                _ = await references.Resolve(new([], [], [], []), parse, cancel);
            }

            parse.Demand();
            Instant now = Instant.FromDateTimeOffset(clock.GetUtcNow());
            IdempotencyRecord? key = HttpMethods.IsPost(request.Method) ? body.Key() : null;
            RouteIds.Demand($"Item {item} of agreement {agreement}", agreement, item);
            ChangeResult changed = await changer.Change(new(agreement, item, by, wanted, Preconditions.Seen(request), key, now), client, cancel);
            return ItemView.Answer(request, changed.Item, now, changed.IsNew && wanted.IsCreation ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        }, Takes.ETags | (HttpMethods.IsDelete(request.Method) ? Takes.Options : Takes.Nothing));

    /// <summary>A call without a body says who acts in its address.</summary>
    private static Body ByOf(HttpRequest request)
    {
        Query query = new(request, "by");
        return new(JsonSerializer.SerializeToUtf8Bytes(new { by = query.Required("by") }), request);
    }
}
