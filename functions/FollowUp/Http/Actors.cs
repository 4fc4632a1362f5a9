using FollowUp.Following;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Registers;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Http;

/// <summary>Finds who acts, and for whom they stand in today.</summary>
public sealed class Actors(AgreementFiles files, ReferenceData data, ItemContext context)
{
    /// <exception cref="NotThereException">No such agreement or item.</exception>
    /// <exception cref="InvalidInputException">The register does not know them.</exception>
    public async Task<Actor> Of(string by, string agreement, string item, Instant now, CancellationToken cancel)
    {
        StoredItem stored = Ids.AreWellFormed(agreement, item) && await files.FindVisible(agreement, item, cancel) is { } found
            ? found
            : throw new NotThereException($"Item {item} of agreement {agreement}");
        return await Of(by, stored.Item, now, cancel);
    }

    /// <inheritdoc cref="Of(string, string, string, Instant, CancellationToken)"/>
    public async Task<Actor> Of(string by, AgreedItem item, Instant now, CancellationToken cancel)
    {
        if (await data.Person(by, cancel) is null)
        {
            throw new InvalidInputException("/by", $"names no person of the register: {by}");
        }

        List<string> roles = [item.Owner, .. item.Supporting, item.Issuer, item.Coordinator];
        if (roles.Contains(by))
        {
            return new(by);
        }

        Contacts contacts = (await context.Of(item, cancel)).Contacts;
        return new(by, [.. roles.Where(role => Recipient.StandsIn(by, contacts[role].Person, contacts.Find, now))]);
    }
}
