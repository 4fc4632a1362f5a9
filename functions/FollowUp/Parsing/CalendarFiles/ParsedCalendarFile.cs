using FollowUp.Calendars;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>A calendar as a file describes it, and what each event of the file has to do with it.</summary>
public sealed record ParsedCalendarFile(WorkCalendar Calendar, CalendarFileReport Contributed);
