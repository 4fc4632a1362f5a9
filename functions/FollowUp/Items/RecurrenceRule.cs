using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace FollowUp.Items;

/// <summary>Reads recurrence rules, and says which day an occurrence falls on.</summary>
public static class RecurrenceRule
{
    /// <summary>A rule that finds no day in this many steps finds none at all.</summary>
    private static readonly EvaluationOptions Patience = new() { MaxUnmatchedIncrementsLimit = 400 };

    /// <summary>The due date of that occurrence, counted from the first; null where the rule ends before.</summary>
    public static LocalDate? DueOn(this Recurrence recurrence, int number) => Occurrence(recurrence.Rule, recurrence.First, number);

    /// <summary>What is wrong with a rule for an item whose first occurrence is due on <paramref name="first"/>; null for a good one.</summary>
    public static string? Fault(string rule, LocalDate first)
    {
        try
        {
            RecurrencePattern pattern = new(rule);
            if (pattern.Frequency is not (FrequencyType.Weekly or FrequencyType.Monthly or FrequencyType.Yearly))
            {
                return "must come round by week, month or year, like FREQ=MONTHLY;INTERVAL=3;COUNT=8";
            }

            return pattern switch
            {
                { ByHour.Count: > 0 } or { ByMinute.Count: > 0 } or { BySecond.Count: > 0 } => "names an hour; what is due is a day",
                { Until.HasTime: true } => "ends at an hour; write UNTIL as a day, like UNTIL=20271231",
                _ when Skips(pattern, first) => "skips months that lack such a day; for the last day of each write BYMONTHDAY=-1",
                _ when Occurrence(rule, first, 1) != first => $"does not come round on the due date, {first:uuuu-MM-dd}, from which its occurrences are counted",
                _ when Occurrence(rule, first, 2) is null => "has no second occurrence",
                _ => null,
            };
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or OverflowException or EvaluationException)
        {
            return $"is no recurrence rule (RFC 5545) that can be followed, like FREQ=MONTHLY;INTERVAL=3;COUNT=8: {unreadable.Message}";
        }
    }

    /// <summary>By the standard a month without that day has no occurrence at all, which nobody expects who writes it.</summary>
    private static bool Skips(RecurrencePattern pattern, LocalDate first) =>
        pattern.ByMonthDay.Any(day => Math.Abs(day) > 28)
        || (first.Day > 28
            && pattern is { ByDay.Count: 0, ByMonthDay.Count: 0, ByYearDay.Count: 0, ByWeekNo.Count: 0 }
            && (pattern.Frequency == FrequencyType.Monthly || (pattern.Frequency == FrequencyType.Yearly && first.Month == 2)));

    private static LocalDate? Occurrence(string rule, LocalDate first, int number)
    {
        CalendarEvent item = new() { DtStart = new CalDateTime(first.Year, first.Month, first.Day), RecurrenceRule = new(rule) };
        Occurrence? found = item.GetOccurrences(null, Patience).Skip(number - 1).FirstOrDefault();
        return found is null ? null : LocalDate.FromDateOnly(found.Period.StartTime.Date);
    }
}
