using FollowUp.Following;

namespace FollowUp.Http;

/// <summary>A notice as callers see it, whether it was or is still to be.</summary>
public static class NoticeView
{
    public static object Of(Line line) => new
    {
        Item = line.Key.Item,
        Ladder = line.Key.Ladder,
        line.Key.Rung,
        line.Key.Occurrence,
        AnchorRevision = line.Key.AnchorRevision,
        To = line.Key.Recipient,
        line.Role,
        line.Planned,
        DueAt = line.Row is null ? line.DueAt : line.Row.Since,
        line.Row?.DecidedAt,
        line.Row?.At,
        State = line.State,
        Why = line.Row?.Why ?? line.Skip,
        line.Explanation,
        line.Row?.SentTo,
        line.Row?.Trace,
    };
}
