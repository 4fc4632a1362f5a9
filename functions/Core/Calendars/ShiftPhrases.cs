using FollowUp.Phrases;

namespace FollowUp.Calendars;

/// <summary>How a date explains that it is not the one that its reader would have expected (law 8).</summary>
public static class ShiftPhrases
{
    public const string Between = "; ";

    public static PhraseTemplate CountedOver { get; } = new("counted-over", "counted over {days:days}: {daysOff:daysOff}");
    public static PhraseTemplate CountedOverMore { get; } = new("counted-over-more", "and over further holidays");
    public static PhraseTemplate Moved { get; } = new("moved", "moved from {day:day}: {daysOff:daysOff}");

    public static PhraseTemplate NotOverdueYet { get; } = new(
        "not-overdue-yet", "not told before {toldOn:day}: at that hour of {plannedOn:day} it was not overdue yet where it is due");

    public static PhraseTemplate WorkingDay { get; } = new("working-day", "{day:weekday} counts as a working day ({calendar})");
    public static PhraseTemplate WorkingDayMore { get; } = new("working-day-more", "and so do further days");

    public static PhraseTemplate NotAnnounced { get; } = new(
        "not-announced", "{calendar} is not announced beyond {knownThrough:fullDay}: counted by the weekend alone");

    public static Vocabulary Vocabulary { get; } =
        new(CountedOver, CountedOverMore, Moved, NotOverdueYet, WorkingDay, WorkingDayMore, NotAnnounced);
}
