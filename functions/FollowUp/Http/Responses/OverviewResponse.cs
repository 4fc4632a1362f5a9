using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Operations.Lists;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>How many items stand where: all that the caller sees and the options find.</summary>
/// <param name="Version">Another one once anything of it, or of what its lists show, is different.</param>
/// <param name="Sections">The most urgent first, each, also where nothing is in it.</param>
/// <param name="Waits">Whose next step is waited for; whoever keeps most waiting first.</param>
/// <param name="Agreements">
/// All that the caller sees, whatever the options find; so are owners, with what they have in hand, kinds and parties.
/// </param>
public sealed record OverviewResponse(
    Instant Now, string Version, int Items, IEnumerable<SectionCount> Sections, IEnumerable<WaitCount> Waits,
    IReadOnlyList<AgreementCount> Agreements, IReadOnlyList<Workload> Owners, IEnumerable<KindCount> Kinds, IEnumerable<PartyName> Parties)
{
    public static OverviewResponse Of(Overview overview, Instant now) => new(
        now, overview.Version, overview.Sections.Values.Sum(),
        FollowUp.Items.Sections.All.Select(section => new SectionCount(section.Word(), overview.Sections[section])),
        overview.Waits.Select(one => new WaitCount(one.Who, one.Count)),
        overview.Agreements,
        overview.Owners,
        overview.Kinds.Select(one => new KindCount(one.Kind, one.Count)),
        overview.Parties.Select(one => new PartyName(one.Code, one.Name)));
}

/// <summary>The items of a section.</summary>
public sealed record SectionCount(string Section, int Count);

/// <summary>Items that wait for somebody's next step.</summary>
/// <param name="Who">Absent for the other side as a whole.</param>
public sealed record WaitCount(string? Who, int Count);

/// <summary>The items of a kind.</summary>
public sealed record KindCount(string Kind, int Count);

/// <summary>A side of agreements.</summary>
public sealed record PartyName(string Code, Wording Name);
