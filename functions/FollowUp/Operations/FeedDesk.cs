using FollowUp.Agreements;
using FollowUp.Answers;
using FollowUp.Delivery;
using FollowUp.Feeds;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>Gives calendar addresses out, and writes the calendars behind them, as things stand when somebody looks.</summary>
public sealed class FeedDesk(
    FeedStore feeds, AgreementStore store, AgreementQueries queries, AgreementIndex index, PeopleCache people, FeedWriter writer,
    LinkSettings links, MailSettings mail)
{
    private const int ReadAtOnce = 16;

    /// <summary>Whether addresses can be signed at all.</summary>
    public bool CanSign => links.Keys is not null;

    /// <summary>The address that counts, and since when; null where there is none.</summary>
    public async Task<(string Address, Instant Since)?> Address(FeedScope scope, CancellationToken cancel) =>
        await feeds.Find(scope.Kind, scope.Id, cancel) is { IsOpen: true } feed && links.Keys is { } keys
            ? (AddressOf(scope with { Generation = feed.Generation }, keys), feed.Since)
            : null;

    /// <summary>From now on another address counts, and no other.</summary>
    public Task Renew(FeedScope scope, Instant now, CancellationToken cancel) => feeds.Renew(scope.Kind, scope.Id, now, cancel);

    public Task Withdraw(FeedScope scope, Instant now, CancellationToken cancel) => feeds.Withdraw(scope.Kind, scope.Id, now, cancel);

    /// <summary>Reads, and changes nothing (law 17).</summary>
    /// <returns>Null for an address that was renewed or withdrawn since.</returns>
    /// <exception cref="NotFoundException">The store has lost what it shows.</exception>
    public async Task<byte[]?> Read(FeedScope scope, Instant now, CancellationToken cancel)
    {
        if (await feeds.Find(scope.Kind, scope.Id, cancel) is not { IsOpen: true } feed || feed.Generation != scope.Generation)
        {
            return null;
        }

        PeopleSnapshot everybody = await people.Current(cancel);
        return scope.Kind == FeedKind.Person
            ? await OfPerson(scope.Id, everybody, now, cancel)
            : await OfAgreement(scope, everybody, now, cancel);
    }

    private string AddressOf(FeedScope scope, LinkKeys keys) =>
        new Uri(new Uri(mail.BoardUrl), $"/api/feeds/{FeedToken.Sign(scope, keys)}.ics").AbsoluteUri;

    private async Task<byte[]> OfPerson(string id, PeopleSnapshot everybody, Instant now, CancellationToken cancel)
    {
        Person person = await everybody.Find(id) ?? throw new NotFoundException($"Person {id}");
        List<(Agreement Agreement, IReadOnlyList<AgreedItem> Items)> all = [];
        await foreach (string[] some in index.WithPartOf(id, AgreementIndex.FirstId, cancel).Chunk(ReadAtOnce).WithCancellation(cancel))
        {
            all.AddRange((await Task.WhenAll(some.Select(one => Load(one, cancel)))).OfType<(Agreement, IReadOnlyList<AgreedItem>)>());
        }

        FeedEvents events = FeedEvents.OfPerson(id, all.SelectMany(one => one.Items), now);
        Dictionary<string, Agreement> agreements = all.ToDictionary(one => one.Agreement.Id, one => one.Agreement);
        return writer.Write(
            person.NameIn(person.Language), person.Language, events, agreements, await Names(events, everybody, person.Language));
    }

    private async Task<byte[]> OfAgreement(FeedScope scope, PeopleSnapshot everybody, Instant now, CancellationToken cancel)
    {
        (Agreement agreement, IReadOnlyList<AgreedItem> items) =
            await Load(scope.Id, cancel) ?? throw new NotFoundException($"Agreement {scope.Id}");
        FeedEvents events = FeedEvents.OfAgreement(items, now);
        return writer.Write(
            agreement.Title.TextIn(scope.Language), scope.Language, events,
            new Dictionary<string, Agreement> { [agreement.Id] = agreement }, await Names(events, everybody, scope.Language));
    }

    /// <summary>Null while it is still being written; what was so when this host last looked may be written by now.</summary>
    private async Task<(Agreement Agreement, IReadOnlyList<AgreedItem> Items)?> Load(string agreement, CancellationToken cancel)
    {
        StoredAgreement? head = await store.LoadAgreement(agreement, Freshness.LastKnown, cancel);
        head = head is { IsActive: true } ? head : await store.LoadAgreement(agreement, Freshness.Current, cancel);
        return head is { IsActive: true }
            ? (head.Agreement, [.. (await queries.Items(agreement, cancel)).Select(one => one.Item)])
            : null;
    }

    private static async Task<Func<string, string>> Names(FeedEvents events, PeopleSnapshot everybody, string language)
    {
        Dictionary<string, string> names = [];
        foreach (string id in events.Shown.SelectMany(one => new[] { one.Item.Owner, one.Item.Issuer }).Distinct())
        {
            names[id] = (await everybody.Find(id))?.NameIn(language) ?? id;
        }

        return id => names[id];
    }
}
