using FollowUp.Faults;

namespace FollowUp.Plans.Validation;

/// <summary>Ladders that do not speak to the one they are there to move.</summary>
internal static class MissingAimRule
{
    public static IEnumerable<PlanFault> Faults(Ladder ladder)
    {
        string aim = ladder.Name.Aim();
        if (ladder.Rungs.Any(rung => rung.To.Contains(aim)))
        {
            yield break;
        }

        if (ladder.Name.MustReachItsAim())
        {
            yield return new("/rungs", PlanFaults.AimMissing.Fill(aim));
        }

        for (int n = 0; n < ladder.Rungs.Length; n++)
        {
            for (int to = 0; to < ladder.Rungs[n].To.Length; to++)
            {
                if (ladder.Name.IsEscalation(ladder.Rungs[n].To[to]))
                {
                    yield return new(
                        $"/rungs/{n}/to/{to}",
                        PlanFaults.AimNotTold.Fill(aim, aim));
                }
            }
        }
    }
}
