using NodaTime;

namespace FollowUp.Calendars;

/// <summary>Calendars that share no working day within a year cannot carry an item.</summary>
public sealed class NoWorkingDayException(JointDays days, LocalDate around)
    : Exception($"{string.Join(" and ", days.Calendars.Select(calendar => calendar.Id))} have no working day in common within a year of {around:uuuu-MM-dd}.");
