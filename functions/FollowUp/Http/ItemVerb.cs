using System.Text.Json;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Scheduling;
using FollowUp.Storage;
using FollowUp.Timetables;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Http;

/// <summary>What a caller wants done with an item, as their body says it.</summary>
/// <param name="Do">The pure verb.</param>
/// <param name="Event">The journal's word for it.</param>
/// <param name="Text">What the journal quotes of the item after it; null where the word says it all.</param>
public sealed record RequestedVerb(Func<AgreedItem, Actor, Instant, FrozenTerms, AgreedItem> Do, string Event, Func<AgreedItem, string?> Text)
{
    /// <summary>For verbs that need nothing but the item.</summary>
    public RequestedVerb(Func<AgreedItem, Actor, Instant, AgreedItem> verb, string what, string? text)
        : this((item, by, at, _) => verb(item, by, at), what, _ => text)
    {
    }

    /// <summary>Whether it makes something that has an address of its own: 201.</summary>
    public bool IsCreation { get; init; }
}

/// <summary>The way of every verb: read the body, find who acts, change the item, nudge its clock, answer with the item.</summary>
public sealed class ItemVerb(ItemChanger changes, ActorResolver actors, ReferenceResolver references, ItemAnswers answers, TimeProvider clock, ILogger<ItemVerb> log)
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
            ChangeResult changed = await actors.As(by, agreement, item, now, actor => changes.Change(
                agreement, item, Preconditions.Seen(request),
                (read, terms) => wanted.Do(read, actor, now, terms),
                (before, after) => Happened(wanted, by, before, after),
                key, now, cancel), cancel);
            if (changed.IsNew)
            {
                await Task.WhenAll(changed.Freed.Prepend(item).Select(one => client.Nudge(new(agreement, one), log, cancel)));
            }

            return await answers.Changed(request, changed.Item, now, changed.IsNew && wanted.IsCreation ? StatusCodes.Status201Created : StatusCodes.Status200OK, cancel);
        }, Takes.ETags | (HttpMethods.IsDelete(request.Method) ? Takes.Options : Takes.Nothing));

    /// <summary>A call without a body says who acts in its address.</summary>
    private static Body ByOf(HttpRequest request)
    {
        Query query = new(request, "by");
        return new(JsonSerializer.SerializeToUtf8Bytes(new { by = query.Required("by") }), request);
    }

    /// <summary>A report ends waiting by itself; the journal says both.</summary>
    private static IEnumerable<JournalEvent> Happened(RequestedVerb wanted, string by, AgreedItem before, AgreedItem after)
    {
        if (before.IsWaiting && after.Suspensions[^1].Ended is not null && wanted.Event != EventNames.Resumed)
        {
            yield return new(EventNames.Resumed, after.Id, by, JournalText.OfResumption(after));
        }

        yield return new(wanted.Event, after.Id, by, wanted.Text(after));
    }
}
