using System.Text.Json;
using FollowUp.Access;
using FollowUp.Operations;
using FollowUp.Parsing;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Http;

/// <summary>The way of every verb: read the body, have the item changed, answer with the item.</summary>
public sealed class ItemVerb(
    ItemChanger changer, ReferenceResolver references, ActingPerson acting, ItemAnswers answers, TimeProvider clock)
{
    /// <param name="read">Reads the body beside <c>by</c>; its fields must be named by <c>AllowOnly</c>.</param>
    public Task<IResult> Run(
        CallTarget target, HttpRequest request, DurableTaskClient client, Func<JsonField, RequestedVerb> read) =>
        Run(target, request, client, (body, _) => Task.FromResult(read(body)));

    /// <inheritdoc cref="Run(CallTarget, HttpRequest, DurableTaskClient, Func{JsonField, RequestedVerb})"/>
    /// <param name="read">The same, where what it says must fit to what is stored.</param>
    public Task<IResult> Run(
        CallTarget target, HttpRequest request, DurableTaskClient client, Func<JsonField, CancellationToken, Task<RequestedVerb>> read) =>
        Refusals.Answer(target, request, async cancel =>
        {
            (string agreement, string item) = (target.Agreement!, target.Item!);
            RequestBody body = HttpMethods.IsDelete(request.Method) ? ByOf(request) : await RequestBody.Read(request, cancel);
            ParseContext context = new();
            JsonField root = context.ParseJson(body.Bytes);
            RequestedVerb wanted = await read(root, cancel);
            string? named = root["by"].IsAbsent && ActingPerson.IsKnown(request.HttpContext) ? null : root["by"].Id();
            if (context.References.Count > 0)
            {
                _ = await references.Resolve(new([], [], [], []), context, cancel);
            }

            context.ThrowIfFaulty();
            Instant now = clock.Now();
            RouteIds.Require($"Item {item} of agreement {agreement}", agreement, item);
            Deed deed = await acting.Find(request.HttpContext, target, named, cancel);
            IReadOnlyCollection<int>? revisions = Preconditions.IfMatchRevisions(request);
            ItemChange change = new(agreement, item, deed.By, wanted, revisions, body.IdempotencyKey(), now) { Through = deed.Through };
            ChangeResult changed = await changer.Change(change, client, cancel);
            int status = changed.IsNew && wanted.IsCreation ? StatusCodes.Status201Created : StatusCodes.Status200OK;
            return await answers.Changed(request, changed.Item, now, status, cancel);
        }, AcceptedInputs.IfMatch | AcceptedInputs.IdempotencyKey
            | (HttpMethods.IsDelete(request.Method) ? AcceptedInputs.QueryOptions : AcceptedInputs.None));

    /// <summary>A call without a body says who acts in its address, where that is not known anyway.</summary>
    private static RequestBody ByOf(HttpRequest request)
    {
        QueryOptions query = new(request, "by");
        return new(
            ActingPerson.IsKnown(request.HttpContext) && query["by"] is null
                ? "{}"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(new { by = query.Required("by") }),
            request);
    }
}
