using FollowUp.Calendars;
using FollowUp.Ledger;
using FollowUp.Phrases;
using FollowUp.Plans;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>A notice, whether it was or is still to be. Each English text has its data beside it, where it is read.</summary>
/// <param name="To">The person it is meant for.</param>
/// <param name="Planned">The moment of the plan.</param>
/// <param name="DueAt">When it may go out; absent while that waits for another notice.</param>
/// <param name="Why">Why it was or will not be sent, in English; <paramref name="Reason"/> has it as data.</param>
/// <param name="Explanation">Why it is not the day that its reader would have expected, or what an alarm is about, in English.</param>
/// <param name="Shifts">The first as data.</param>
/// <param name="Cause">The second as data.</param>
/// <param name="Held">For which letter of its reader's it waits or waited, in English; <paramref name="Hold"/> has it as data.</param>
/// <param name="SentTo">Who got it, or would get it as things stand.</param>
/// <param name="Address">To which address its letter was handed over; absent where it was in none.</param>
/// <param name="MessageId">The Message-ID of that letter.</param>
/// <param name="TextDigest">SHA-256 of that letter's text, to hold a mail against it; the words themselves are kept nowhere.</param>
/// <param name="Reply">What the mail server said when it took it.</param>
/// <param name="Trace">How it came to them, in English; <paramref name="Steps"/> has it as data.</param>
public sealed record NoticeResponse(
    string Item, LadderName Ladder, string Rung, int Occurrence, int AnchorRevision, string To, string Role, Instant Planned,
    Instant? DueAt,
    Instant? DecidedAt, Instant? At, NoticeState State, string? Why, Phrase? Reason, string? Explanation, IReadOnlyList<Phrase>? Shifts,
    Phrase? Cause, string? Held, Phrase? Hold,
    string? SentTo, string? Address, string? MessageId, string? TextDigest, string? Reply, string? Trace, IReadOnlyList<Phrase>? Steps)
{
    public static NoticeResponse Of(TimetableEntry line) => Of(line, line.Row?.SentTo, line.Row?.Trace);

    /// <summary>One that is still to come also says who would really receive it, and why.</summary>
    public static NoticeResponse Of(ForecastEntry foreseen) =>
        foreseen is { Entry.Skip: null, Receiver: { } receiver }
            ? Of(foreseen.Entry, receiver.Person.Id, receiver.Trace) : Of(foreseen.Entry);

    private static NoticeResponse Of(TimetableEntry line, string? sentTo, string? trace)
    {
        string? why = line.Row?.Why ?? line.Skip;
        return new(
            line.Key.Item, line.Key.Ladder, line.Key.Rung, line.Key.Occurrence, line.Key.AnchorRevision, line.Key.Recipient, line.Role,
            line.Planned,
            line.Row is null ? line.DueAt : line.Row.Since, line.Row?.DecidedAt, line.Row?.At, line.State,
            why, ReasonPhrases.Read(why), line.Explanation, line.Shift?.Parts() is { Count: > 0 } shifts ? shifts : null,
            AlarmPhrases.Read(line.Row?.Explanation), line.Held, HoldPhrases.Vocabulary.Read(line.Held),
            sentTo, line.Row?.Address, line.Row?.MessageId, line.Row?.TextDigest, line.Row?.Reply, trace, TracePhrases.Read(trace));
    }
}

/// <summary>What was said and what will be said about an item, by moment.</summary>
/// <param name="Unheard">What its plan says to levels alone that the chain does not have; absent where there is nothing like that.</param>
/// <param name="Due">The day that was asked about; absent where none was.</param>
public sealed record TimetableResponse(Instant Now, IEnumerable<NoticeResponse> Lines, WarningResponse? Unheard, DueDayResponse? Due);

/// <summary>A due date that somebody thinks of.</summary>
/// <param name="Explanation">What the item's calendars say about it, in English; absent of an ordinary working day.</param>
/// <param name="Shifts">The same as data.</param>
public sealed record DueDayResponse(LocalDate DueOn, string? Explanation, IReadOnlyList<Phrase>? Shifts)
{
    public static DueDayResponse Of(LocalDate day, IReadOnlyList<Phrase> notes) => notes.Count == 0
        ? new(day, null, null)
        : new(day, string.Join(ShiftPhrases.Between, notes.Select(DayNotes.Vocabulary.Say)), notes);
}

/// <summary>Every notice that was decided on.</summary>
public sealed record LedgerResponse(IEnumerable<NoticeResponse> Rows);
