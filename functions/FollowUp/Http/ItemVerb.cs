using FollowUp.Following;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.People;
using FollowUp.Registers;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Http;

/// <summary>What a caller wants done with an item, as their body says it.</summary>
/// <param name="Do">The pure verb.</param>
/// <param name="Event">The journal's word for it.</param>
/// <param name="Text">What the journal quotes; null where the word says it all.</param>
public sealed record Wanted(Func<AgreedItem, Actor, Instant, AgreedItem> Do, string Event, string? Text);

/// <summary>The way of every verb: read the body, find who acts, change the item, nudge its clock, answer with the item.</summary>
public sealed class ItemVerb(Changes changes, AgreementFiles files, ReferenceData data, ItemContext context, TimeProvider clock, ILogger<ItemVerb> log)
{
    /// <param name="read">Reads the body beside <c>by</c>; its fields must be named by <c>Only</c>.</param>
    public Task<IResult> Run(HttpRequest request, string agreement, string item, DurableTaskClient clocks, Func<Field, Wanted> read) =>
        Refusals.Answer(request, async cancel =>
        {
            Body body = await Body.Read(request, cancel);
            Reading reading = new();
            Field root = reading.Root(body.Bytes);
            Wanted wanted = read(root);
            string by = root["by"].Id();
            reading.Demand();

            Instant now = Instant.FromDateTimeOffset(clock.GetUtcNow());
            Actor actor = await Actor(by, agreement, item, now, cancel);
            Changed changed = await changes.Change(
                agreement, item, body.Revision(),
                read => wanted.Do(read, actor, now),
                _ => new Happening(wanted.Event, item, by, wanted.Text),
                HttpMethods.IsPost(request.Method) ? body.Key() : null, now, cancel);
            if (changed.IsNew)
            {
                await clocks.Nudge(new(agreement, item), log, cancel);
            }

            return ItemView.Answer(request, changed.Item, now);
        });

    private async Task<Actor> Actor(string by, string agreement, string item, Instant now, CancellationToken cancel)
    {
        StoredItem stored = Ids.AreWellFormed(agreement, item) && await files.FindVisible(agreement, item, cancel) is { } found
            ? found
            : throw new NotThereException($"Item {item} of agreement {agreement}");
        if (await data.Person(by, cancel) is null)
        {
            throw new InvalidInputException("/by", $"names no person of the register: {by}");
        }

        List<string> roles = [stored.Item.Owner, .. stored.Item.Supporting, stored.Item.Issuer, stored.Item.Coordinator];
        if (roles.Contains(by))
        {
            return new(by);
        }

        Contacts contacts = (await context.Of(stored.Item, cancel)).Contacts;
        return new(by, [.. roles.Where(role => Recipient.StandsIn(by, contacts[role].Person, contacts.Find, now))]);
    }
}
