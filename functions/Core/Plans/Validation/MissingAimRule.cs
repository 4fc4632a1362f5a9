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
            yield return new("/rungs", $"never speak to the {aim}, whom nobody else tells of it");
        }

        for (int n = 0; n < ladder.Rungs.Length; n++)
        {
            for (int to = 0; to < ladder.Rungs[n].To.Length; to++)
            {
                if (ladder.Name.IsEscalation(ladder.Rungs[n].To[to]))
                {
                    yield return new(
                        $"/rungs/{n}/to/{to}",
                        $"would hear of what the {aim} was never told: nobody is escalated for a reminder that is not sent, "
                        + $"so let this ladder speak to the {aim} first");
                }
            }
        }
    }
}
