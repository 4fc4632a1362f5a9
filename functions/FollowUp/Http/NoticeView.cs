using FollowUp.Timetables;

namespace FollowUp.Http;

/// <summary>A notice as callers see it, whether it was or is still to be.</summary>
public static class NoticeView
{
    public static object Of(TimetableEntry line) => Of(line, line.Row?.SentTo, line.Row?.Trace);

    /// <summary>One that is still to come also says who would really receive it, and why.</summary>
    public static object Of(ForecastEntry foreseen) =>
        foreseen is { Entry.Skip: null, Receiver: { } receiver } ? Of(foreseen.Entry, receiver.Person.Id, receiver.Trace) : Of(foreseen.Entry);

    private static object Of(TimetableEntry line, string? sentTo, string? trace) => new
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
        SentTo = sentTo,
        Trace = trace,
    };
}
