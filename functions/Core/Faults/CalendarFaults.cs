using FollowUp.Phrases;

namespace FollowUp.Faults;

/// <summary>What can be wrong with the days of a calendar, where each by itself is in order.</summary>
public static class CalendarFaults
{
    public static PhraseTemplate OffAndWorked { get; } =
        new("off-and-worked", "is among the holidays as well: a day is either off or worked");

    public static PhraseTemplate AfterKnownThrough { get; } = new(
        "after-known-through", "is after knownThrough, {knownThrough:date}: a calendar is known as far as it names days");

    public static Vocabulary Vocabulary { get; } = new(OffAndWorked, AfterKnownThrough);
}
