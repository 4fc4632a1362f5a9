using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Expected;

/// <summary>The seventh step of docs/design.md §3: what may wait comes with its reader's daily or weekly letter.</summary>
public sealed partial class Reading
{
    private static readonly string[] MayWait = ["due", "progress", "silence", "waiting", "blocked", "closing"];

    /// <summary>When a line is to go out; null while it waits for the notice of somebody below.</summary>
    /// <param name="told">When the one whom its ladder is aimed at was.</param>
    public Instant? DueAt(Line line, Instant? told) =>
        Unheld(line, told) is { } at ? LetterFor(line, at) is { } letter && !IsTooLate(line, letter) ? letter : at : null;

    /// <summary>A letter on the day on which the item is due, or after it, is none to wait for.</summary>
    private bool IsTooLate(Line line, Instant letter) =>
        line.Ladder != "closing" && letter >= Days.At(standing.DueOn.AtMidnight(), life.Paper.Zone);

    /// <summary>Null where it waits for none.</summary>
    private Instant? LetterFor(Line line, Instant at)
    {
        Rhythm rhythm = register.People[line.To].Rhythm;
        if (rhythm.Every == "at-once" || !MayWait.Contains(line.Ladder) || Places.IsAbove(line.Ladder, line.Role)
            || life.Plan.All.Single(ladder => ladder.Name == line.Ladder).Rungs
                .Any(rung => rung.To.Any(role => Places.IsAbove(line.Ladder, role))))
        {
            return null;
        }

        // Day by day, long before and long after: no calendar here rests for a month.
        LocalDate day = at.InZone(DateTimeZoneProviders.Tzdb[register.People[line.To].Zone]).Date;
        return Enumerable.Range(-40, 80).Select(day.PlusDays)
            .Where(named => rhythm.Every == "daily" || named.DayOfWeek == rhythm.On)
            .Select(named => LetterOn(named, rhythm, line.To)).Where(letter => letter >= at).Min();
    }

    private Instant LetterOn(LocalDate day, Rhythm rhythm, string person)
    {
        while (!CalendarOf(person).Works(day))
        {
            day = day.PlusDays(1);
        }

        return Days.At(day + (rhythm.Hour ?? life.Plan.Hour), register.People[person].Zone);
    }
}
