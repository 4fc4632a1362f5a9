using FollowUp.Faults;

namespace FollowUp.Plans.Validation;

/// <summary>
/// Whether a plan can do what it says (law 18). A rung that never fires, or that another one swallows every time, looks like a
/// promise and is none: it is refused when the plan is saved, with the reason, and never found out by silence.
/// </summary>
public static class PlanValidator
{
    /// <summary>
    /// What one plan may say to the people of one item, counting a role as one person. Ten monthly and ten weekly rungs fit;
    /// who is told more has stopped reading, and timetables have an end.
    /// </summary>
    public const int NoticesMax = 2_000;

    public static IReadOnlyList<PlanFault> Faults(Plan plan)
    {
        int notices = plan.Ladders.SelectMany(ladder => ladder.Rungs).Sum(rung => (rung.Times + 1) * rung.To.Length);
        return notices > NoticesMax
            ? [new(
                "/ladders",
                PlanFaults.SaysTooMuch.Fill(notices, NoticesMax))]
            : [.. plan.Ladders.SelectMany(
                (ladder, n) => Faults(ladder).Select(fault => fault with { Pointer = $"/ladders/{n}{fault.Pointer}" })),
                .. FaultsOfReview(plan)];
    }

    /// <summary>Nobody is told of lateness above an owner who is told nothing (law 5).</summary>
    private static PlanFault[] FaultsOfReview(Plan plan) =>
        plan.Review is null || plan.Ladder(LadderName.Overdue)?.SpeaksTo(Role.Owner) == true
            ? [] : [new("/review", PlanFaults.ReviewOfUntold.Text)];

    private static List<PlanFault> Faults(Ladder ladder)
    {
        // Rungs that stand in the wrong ladder cannot be compared with those that do not.
        List<PlanFault> misplaced = [.. MisplacedRungRule.Faults(ladder), .. MissingAimRule.Faults(ladder)];
        if (misplaced.Count > 0)
        {
            return misplaced;
        }

        List<SampleTimeline> trials = [.. SampleTimeline.TryOut(ladder)];
        return
        [
            .. EarlyEscalationRule.Faults(ladder, trials),
            .. LateReminderRule.Faults(ladder, trials),
            .. SwallowedRungRule.Faults(ladder, trials),
        ];
    }
}
