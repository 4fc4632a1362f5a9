using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Expected;

/// <summary>
/// The weekly letter by its words: on that day of every week after the due date, by the calendar and the clock of whoever reads it, each
/// level is told, in the place that it has. Which of these weeks come after the owner's own notice, <see cref="Reading"/> says.
/// </summary>
public sealed class Weeks(Life life, Standing standing, Register register, Instant until)
{
    public IEnumerable<Line> Lines()
    {
        if (life.Plan.Review is not { } review || !life.Plan.All.Any(ladder => ladder.Name == "overdue"))
        {
            yield break;
        }

        HashSet<string> told = [];
        for (int level = 9; level >= 1; level--)
        {
            foreach (string person in Places.Hearing("review", $"level-{level}", life, standing, register).Where(told.Add))
            {
                foreach (Line line in Of(review, $"level-{level}", person))
                {
                    yield return line;
                }
            }
        }
    }

    private IEnumerable<Line> Of(Weekly review, string role, string person)
    {
        Person paper = register.People[person];
        Calendar calendar = life.Frozen(paper.Calendar) ?? register.Calendars[paper.Calendar];
        LocalDate first = standing.DueOn.PlusDays(1);
        while (first.DayOfWeek != review.Day)
        {
            first = first.PlusDays(1);
        }

        for (int week = 0; ; week++)
        {
            LocalDate day = first.PlusDays(7 * week);
            while (!calendar.Works(day))
            {
                day = day.PlusDays(1);
            }

            Instant planned = Days.At(day + (review.Hour ?? life.Plan.Hour), paper.Zone);
            if (planned > until)
            {
                yield break;
            }

            yield return new(
                "review", standing.Moves.Count + 1, "week", week, person, role, planned, day, Instant.MinValue, IsAbove: true, Skip: null);
        }
    }
}
