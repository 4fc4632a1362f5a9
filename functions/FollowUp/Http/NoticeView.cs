using FollowUp.Timetables;

namespace FollowUp.Http;

/// <summary>A notice as callers see it, whether it was or is still to be.</summary>
public static class NoticeView
{
    public static object Of(TimetableEntry entry) => Of(entry, entry.Row?.SentTo, entry.Row?.Trace);

    /// <summary>One that is still to come also says who would really receive it, and why.</summary>
    public static object Of(ForecastEntry foreseen) =>
        foreseen is { Entry.Skip: null, Receiver: { } receiver } ? Of(foreseen.Entry, receiver.Person.Id, receiver.Trace) : Of(foreseen.Entry);

    private static object Of(TimetableEntry entry, string? sentTo, string? trace) => new
    {
        Item = entry.Key.Item,
        Ladder = entry.Key.Ladder,
        entry.Key.Rung,
        entry.Key.Occurrence,
        AnchorRevision = entry.Key.AnchorRevision,
        To = entry.Key.Recipient,
        entry.Role,
        entry.Planned,
        DueAt = entry.Row is null ? entry.DueAt : entry.Row.Since,
        entry.Row?.DecidedAt,
        entry.Row?.At,
        State = entry.State,
        Why = entry.Row?.Why ?? entry.Skip,
        entry.Explanation,
        SentTo = sentTo,
        Trace = trace,
    };
}
