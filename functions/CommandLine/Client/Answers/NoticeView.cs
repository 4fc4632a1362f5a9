using FollowUp.Agreements;

namespace FollowUp.CommandLine.Client.Answers;

/// <summary>A notice that was sent, was not, or is to come.</summary>
internal sealed record NoticeView(string Ladder, string Rung, string To, DateTimeOffset Planned, string State)
{
    public int Occurrence { get; init; }
    public DateTimeOffset? At { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public string? SentTo { get; init; }
    public string? Why { get; init; }
    public string? Explanation { get; init; }
    public string? Held { get; init; }
    public string? Trace { get; init; }
}

/// <summary>What was said and will be said about an item.</summary>
internal sealed record TimetableView(IReadOnlyList<NoticeView> Lines);

/// <summary>What would happen.</summary>
internal sealed record DryRunView(IReadOnlyList<DryRunItemView> Items, IReadOnlyList<ChangeView> Changes, string? Next = null);

/// <summary>An item that would be registered.</summary>
internal sealed record DryRunItemView(
    string Agreement, string Item, Wording Title, IReadOnlyList<string> Warnings, IReadOnlyList<NoticeView> Lines);

/// <summary>What would be different for an item that runs.</summary>
internal sealed record ChangeView(string Agreement, string Item, Wording Title, int Gained, int Lost, int Moved)
{
    public IReadOnlyList<NoticeChangeView> Changes { get; init; } = [];
}

/// <summary>A notice that would be gained, lost or moved.</summary>
internal sealed record NoticeChangeView(string Change, string Ladder, string Rung, string ReceivedBy, DateTimeOffset Planned)
{
    public DateTimeOffset? Was { get; init; }
    public string? Trace { get; init; }
}
