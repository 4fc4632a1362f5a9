using FollowUp.Agreements;

namespace FollowUp.CommandLine.Client.Answers;

/// <summary>Whether somebody was told something on a day, by their own clock.</summary>
internal sealed record ToldView(string Person, string On, string TimeZone, bool Told, IReadOnlyList<ToldNoticeView> Notices);

/// <summary>A notice, and what it has to do with the question.</summary>
internal sealed record ToldNoticeView(string Agreement, Wording Title, string Answer, ToldLineView Notice)
{
    public SealView? SealedBy { get; init; }
}

/// <summary>The notice itself.</summary>
internal sealed record ToldLineView(string Item, string Ladder, string Rung, string To)
{
    public DateTimeOffset? At { get; init; }
    public string? Address { get; init; }
    public string? MessageId { get; init; }
    public string? Why { get; init; }
}

/// <summary>The entry of the journal that seals it.</summary>
internal sealed record SealView(int Seq);
