using FollowUp.Faults;

namespace FollowUp.Plans.Validation;

/// <summary>Escalations that come before there was anything to escalate.</summary>
internal static class EarlyEscalationRule
{
    public static IEnumerable<PlanFault> Faults(Ladder ladder, IReadOnlyList<SampleTimeline> trials)
    {
        string aim = ladder.Name.Aim();
        for (int n = 0; n < ladder.Rungs.Length; n++)
        {
            int rung = n;
            if (ladder.Rungs[n].To.FirstOrDefault(role => ladder.Name.IsEscalation(role)) is { } above
                && trials.All(trial => trial.Days[rung][0] < trial.Told))
            {
                yield return new(
                    $"/rungs/{n}/offset",
                    PlanFaults.BeforeAim.Fill(aim, above));
            }
        }
    }
}
