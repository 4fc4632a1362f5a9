using FollowUp.Agreements;

namespace FollowUp.CommandLine.Client.Answers;

/// <summary>How many items stand where.</summary>
internal sealed record OverviewView(int Items, IReadOnlyList<SectionView> Sections, IReadOnlyList<AgreementCountView> Agreements)
{
    public IReadOnlyList<WaitView> Waits { get; init; } = [];
}

/// <summary>Items of a section.</summary>
internal sealed record SectionView(string Section, int Count);

/// <summary>Items that wait for somebody's step; for the other side as a whole where nobody is named.</summary>
internal sealed record WaitView(int Count, string? Who = null);

/// <summary>An agreement and its items.</summary>
internal sealed record AgreementCountView(string Id, Wording Title, int Late, int Open, int Closed);

/// <summary>Who the caller is.</summary>
internal sealed record MeView(string Access, bool SignedIn)
{
    public string? Address { get; init; }
    public string? Key { get; init; }
    public IReadOnlyList<string> People { get; init; } = [];
    public IReadOnlyList<string> Roles { get; init; } = [];
}
