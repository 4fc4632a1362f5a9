using FollowUp.Phrases;
using NodaTime;

namespace FollowUp.Calendars;

/// <summary>Calendars that share no working day within a year cannot carry an item.</summary>
public sealed class NoWorkingDayException(JointDays days, LocalDate around)
    : Exception($"{Phrase.Fill(days.Calendars.Select(calendar => calendar.Id), around)}.")
{
    public static PhraseTemplate Phrase { get; } =
        new("no-working-day", "{calendars:all} have no working day in common within a year of {day:date}");
}
