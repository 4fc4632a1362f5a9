using FollowUp.Calendars;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>Puts the years of a file among those of the calendar that is there: offices publish a year at a time.</summary>
public static class CalendarFileMerge
{
    /// <param name="keepsEarlier">Whether the caller said to keep the years around those of the file; nobody else can know.</param>
    /// <param name="context">Gets a fault where that was not said, or where days nobody knows would lie in between.</param>
    public static WorkCalendar Merge(WorkCalendar known, WorkCalendar file, bool keepsEarlier, ParseContext context)
    {
        CalendarCoverage ours = CalendarCoverage.CoverageOf(file);
        if (WhyNot(known, ours, keepsEarlier) is { } why)
        {
            context.AddFault("/earlier", why);
        }

        return ours.MergeOutside(known, file);
    }

    private static string? WhyNot(WorkCalendar known, CalendarCoverage ours, bool keepsEarlier)
    {
        CalendarCoverage others = CalendarCoverage.CoverageOf(known);
        (bool isAfter, bool isBefore) = (ours.IsAfterDaysOf(known), ours.IsBeforeDaysOf(known));
        string fileBegins = $"the file begins {Beginning(ours)}";
        string fileEnds = $"the file ends on {ours.Through:uuuu-MM-dd}";
        return isAfter && !keepsEarlier
                ? $"is required: {known.Id} knows days since {others.From?.Year}, and {fileBegins}; keep them, or drop them"
            : isBefore && !keepsEarlier
                ? $"is required: {known.Id} knows days through {others.Through:uuuu-MM-dd}, and {fileEnds}; keep them, or drop them"
            : isAfter && others.LeavesGapBefore(ours)
                ? $"cannot be kept: {known.Id} is known through {others.Through:uuuu-MM-dd}, and {fileBegins}"
            : isBefore && ours.LeavesGapBefore(others)
                ? $"cannot be kept: {known.Id} begins {Beginning(others)}, and {fileEnds}"
            : null;
    }

    /// <summary>The year that it is about; the day, where that lies further in a year of which days are known.</summary>
    private static string Beginning(CalendarCoverage stretch) =>
        stretch.From is { } day && day == new LocalDate(stretch.Year, 1, 1) ? $"in {stretch.Year}" : $"on {stretch.From:uuuu-MM-dd}";
}
