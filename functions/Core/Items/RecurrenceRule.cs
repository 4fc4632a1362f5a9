using FollowUp.Faults;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace FollowUp.Items;

/// <summary>Judges recurrence rules, and says which day an occurrence falls on.</summary>
public static class RecurrenceRule
{
    /// <summary>
    /// How far a rule without an end is judged: in 28 years each date falls on each weekday, in leap years too. That one which comes
    /// round on 29 February every fourth year misses 2100 holds nobody up.
    /// </summary>
    private const int HorizonYears = 28;

    /// <summary>As many times at least, where that is longer.</summary>
    private const int HorizonTimes = 4;

    /// <summary>A rule that finds no day in this many steps finds none at all.</summary>
    private static readonly EvaluationOptions Patience = new() { MaxUnmatchedIncrementsLimit = 400 };

    /// <summary>
    /// The due date of that occurrence, counted from the first; null where the rule ends before. Also for rules that would be refused
    /// today: what was accepted once goes on.
    /// </summary>
    public static LocalDate? DueOn(this Recurrence recurrence, int number) =>
        Days(recurrence.Rule, recurrence.First).Skip(number - 1).Cast<LocalDate?>().FirstOrDefault();

    /// <summary>
    /// What is wrong with a rule for an item whose first occurrence is due on <paramref name="first"/>; null for a good one.
    /// </summary>
    /// <param name="lastYear">The last one that a due date may lie in.</param>
    public static string? Fault(string rule, LocalDate first, int lastYear)
    {
        if (RecurrenceText.Fault(rule) is { } unread)
        {
            return unread;
        }

        RecurrencePattern pattern = new(rule);
        LocalDate last = pattern.Until is { } until ? LocalDate.FromDateOnly(until.Date) : LocalDate.MaxIsoValue;
        if (last < first)
        {
            return RegisterFaults.RuleEndsEarly.Fill(last, first);
        }

        LocalDate end = LocalDate.Min(Horizon(pattern, first), LocalDate.Min(last, new(lastYear, 12, 31)));
        List<LocalDate> days = [.. Days(rule, first).TakeWhile(day => day <= end)];
        return days is not [var earliest, ..] || earliest != first
            ? RegisterFaults.RuleMissesDueDate.Fill(first)
            : new RecurrencePeriods(pattern, first).FindMissedPeriod(days, days.Count == pattern.Count ? days[^1] : end) is { } missed
            ? missed
            : days.Count == 1
            && !Days(rule, first).Skip(1).Take(1).Any(second => second.Year <= lastYear) ? RegisterFaults.RuleWithoutSecond.Text
            : null;
    }

    private static LocalDate Horizon(RecurrencePattern pattern, LocalDate first)
    {
        LocalDate times = pattern.Frequency switch
        {
            FrequencyType.Weekly => first.PlusWeeks(HorizonTimes * pattern.Interval),
            FrequencyType.Monthly => first.PlusMonths(HorizonTimes * pattern.Interval),
            _ => first.PlusYears(HorizonTimes * pattern.Interval),
        };
        return LocalDate.Max(first.PlusYears(HorizonYears), times);
    }

    /// <summary>They end where the rule does, or finds no other.</summary>
    private static IEnumerable<LocalDate> Days(string rule, LocalDate first)
    {
        // The library leaves out days before an UNTIL that is early in its year or month: where it ends is looked at here.
        RecurrencePattern pattern = new(rule);
        LocalDate until = pattern.Until is { } end ? LocalDate.FromDateOnly(end.Date) : LocalDate.MaxIsoValue;
        pattern.Until = null;
        CalendarEvent item = new() { DtStart = new CalDateTime(first.Year, first.Month, first.Day), RecurrenceRule = pattern };
        using IEnumerator<Occurrence> found = item.GetOccurrences(null, Patience).GetEnumerator();
        while (Next(found) is { } day && day <= until)
        {
            yield return day;
        }
    }

    private static LocalDate? Next(IEnumerator<Occurrence> found)
    {
        try
        {
            return found.MoveNext() ? LocalDate.FromDateOnly(found.Current.Period.StartTime.Date) : null;
        }
        catch (Exception endless) when (endless is EvaluationException or ArgumentOutOfRangeException)
        {
            // It ran out of patience, or of years.
            return null;
        }
    }
}
