using FollowUp.Calendars;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>When one occurrence of a rung speaks to one person, and how it came to be that day.</summary>
internal readonly record struct ScheduledTime(LocalDate Day, Instant At, Shift Shift);
