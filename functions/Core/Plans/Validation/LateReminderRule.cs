using FollowUp.Faults;

namespace FollowUp.Plans.Validation;

/// <summary>What the due ladder would say after the due date, when the overdue ladder speaks.</summary>
internal static class LateReminderRule
{
    public static IEnumerable<PlanFault> Faults(Ladder ladder, IReadOnlyList<SampleTimeline> trials)
    {
        for (int n = 0; ladder.Name == LadderName.Due && n < ladder.Rungs.Length; n++)
        {
            (int at, Rung rung) = (n, ladder.Rungs[n]);
            if (rung.To.FirstOrDefault(role => trials.All(trial => trial.HeardOn(role, trial.Days[at][0]) > trial.Anchor)) is { } above)
            {
                yield return new(
                    $"/rungs/{n}/offset",
                    PlanFaults.NoDayBetween.Fill(ladder.Name.Aim(), above));
            }

            if (rung.Every is not null && trials.All(trial => trial.Days[at][^1] > trial.Anchor))
            {
                int times = trials.Min(trial => trial.Days[at].Count(day => day <= trial.Anchor)) - 1;
                yield return new(
                    $"/rungs/{n}/times",
                    times > 0 ? PlanFaults.RepeatedTooLong.Fill(times) : PlanFaults.NotToRepeat.Text);
            }
        }
    }
}
