using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Operations.Bulk;
using FollowUp.People;
using FollowUp.Storage;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Operations.Successions;

/// <summary>What would become of everything that somebody has a part in.</summary>
/// <param name="People">Those whose own rows name the one who leaves, and the one who leaves.</param>
public sealed record SuccessionPlan(IReadOnlyList<BulkPlan> Agreements, IReadOnlyList<Person> People, string Token);

/// <summary>Finds out what a succession would do. Nothing is written.</summary>
public sealed class SuccessionPlanner(ItemCatalogue catalogue, BulkPlanner bulk, ReferenceStore reference)
{
    private const int TokenLength = 32;

    /// <param name="succession">As it is asked for.</param>
    public async Task<SuccessionPlan> Plan(Succession succession, Instant now, CancellationToken cancel)
    {
        List<BulkPlan> plans = [];
        foreach (string agreement in await AgreementsOf(succession.Person, cancel))
        {
            plans.Add(await bulk.Plan(RequestFor(agreement, succession), now, cancel));
        }

        Person[] changed = [.. Changed(await reference.People(cancel), succession)];
        string token = Fingerprints.HashOf(new
        {
            succession.Person,

            // What was called off is not brought back by its old call.
            succession.Number,
            succession.Successor,
            succession.On,
            succession.Reason,
            Plans = plans.Select(plan => plan.Token),
            People = changed.Select(person => new { person.Id, person.Revision }),
        })[..TokenLength];
        return new(plans, changed, token);
    }

    /// <summary>The agreements that name them, or of which an open item does.</summary>
    public async Task<IReadOnlyList<string>> AgreementsOf(string person, CancellationToken cancel) =>
    [
        .. (await catalogue.Current(cancel))
            .Where(one => Names(one.Agreement, person) || one.Items.Any(item => item.Item.IsOpen && Names(item.Item, person)))
            .Select(one => one.Agreement.Id),
    ];

    /// <summary>Everybody of whom something becomes different.</summary>
    public static IEnumerable<Person> Changed(IEnumerable<Person> all, Succession succession) =>
        from person in all
        let then = person.Succeeded(succession)
        where !ReferenceEquals(then, person)
        select then;

    /// <summary>The office does it, for whoever coordinates.</summary>
    internal static BulkRequest RequestFor(string agreement, Succession succession) =>
        new(agreement, null, succession.By, BulkChange.Replace(succession.Person, succession.Successor, succession.Reason))
        {
            IsForOffice = true,
        };

    private static bool Names(Agreement agreement, string person) => agreement.Coordinator == person || agreement.Chain.Contains(person);

    private static bool Names(AgreedItem item, string person) =>
        item.Owner == person || ItemPart.All.Any(part => item.PeopleIn(part).Contains(person));
}
