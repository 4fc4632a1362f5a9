using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Agreements;
using FollowUp.Items;

namespace FollowUp.Operations.Lists;

/// <summary>
/// How many items stand where, of all that a filter finds; and by what one could look for others, of all that the caller sees.
/// </summary>
/// <param name="Sections">Each, also where nothing is in it; the filter's own section leaves the other ones counted.</param>
/// <param name="Waits">Whose next step is waited for, and for how many items; null for the other side as a whole.</param>
/// <param name="Version">The same for as long as nothing of it, and of what its lists show, is different.</param>
public sealed record Overview(
    IReadOnlyDictionary<Section, int> Sections, IReadOnlyList<(string? Who, int Count)> Waits,
    IReadOnlyList<AgreementCount> Agreements, IReadOnlyList<Workload> Owners,
    IReadOnlyList<(string Kind, int Count)> Kinds, IReadOnlyList<Party> Parties, string Version)
{
    private static readonly IReadOnlyList<string?> OtherSide = [null];

    internal static Overview Of(Sight sight, IReadOnlyList<Entry> found)
    {
        ILookup<string, Entry> byAgreement = sight.Entries.ToLookup(entry => entry.Item.Agreement);
        return new(
            Items.Sections.All.ToDictionary(section => section, section => found.Count(entry => entry.Section == section)),
            WaitsOf(found),
            [.. sight.Agreements.Select(one => AgreementCount.Of(one, [.. byAgreement[one.Id]]))],
            Workload.Of(sight.Entries),
            CountBy(sight.Entries, entry => entry.Item.Kind),
            [
                .. sight.Agreements.SelectMany(one => one.Parties).DistinctBy(party => party.Code)
                    .OrderBy(party => party.Code, StringComparer.Ordinal),
            ],
            VersionOf(sight, found));
    }

    private static List<(string? Who, int Count)> WaitsOf(IReadOnlyList<Entry> found) =>
    [
        .. found.SelectMany(entry => entry.Waits.SelectMany(PeopleOf).Distinct())
            .GroupBy(who => who).Select(its => (Who: its.Key, Count: its.Count()))
            .OrderByDescending(one => one.Count).ThenBy(one => one.Who, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<string?> PeopleOf(NextAction step) =>
        step is { Action: NextActions.MoveFirst, Who: [] } ? OtherSide : step.Who;

    private static List<(string, int)> CountBy(IEnumerable<Entry> entries, Func<Entry, string> key) =>
        [.. entries.GroupBy(key).Select(its => (its.Key, its.Count())).OrderBy(one => one.Key, StringComparer.Ordinal)];

    /// <summary>Everything by which an item is found, counted or shown in a list; what was written to it counts in its revision.</summary>
    private static string VersionOf(Sight sight, IReadOnlyList<Entry> found)
    {
        StringBuilder all = new();
        _ = all.Append(sight.PeopleWritten).Append('\n');
        foreach (Agreement agreement in sight.Agreements)
        {
            _ = all.Append(agreement.Id).Append('\n');
        }

        foreach (Entry entry in found)
        {
            AgreedItem item = entry.Item;
            _ = all.Append(CultureInfo.InvariantCulture,
                $"{item.Agreement} {item.Id} {item.Revision} {item.State} {entry.Section} {entry.DaysLate} {item.ToldLate.Count}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..16];
    }
}

/// <summary>An agreement, with how many of the items that the caller sees stand where.</summary>
public sealed record AgreementCount(string Id, Wording Title, int Late, int Open, int Closed)
{
    internal static AgreementCount Of(Agreement agreement, IReadOnlyCollection<Entry> entries) => new(
        agreement.Id, agreement.Title, entries.Count(entry => entry.Section == Section.Late),
        entries.Count(entry => entry.Item.IsOpen), entries.Count(entry => !entry.Item.IsOpen));
}
