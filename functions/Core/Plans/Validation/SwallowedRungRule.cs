using FollowUp.Faults;
using NodaTime;

namespace FollowUp.Plans.Validation;

/// <summary>
/// Rungs that are never heard, because of two notices of one ladder to one person at one moment only the newest is sent (law 5).
/// </summary>
internal static class SwallowedRungRule
{
    public static IEnumerable<PlanFault> Faults(Ladder ladder, IReadOnlyList<SampleTimeline> trials)
    {
        List<Dictionary<(string Role, LocalDate Day), int>> newest = [.. trials.Select(trial => Newest(ladder, trial))];
        HashSet<int> heard = [.. newest.SelectMany(slots => slots.Values)];
        for (int n = 0; n < ladder.Rungs.Length; n++)
        {
            if (!heard.Contains(n))
            {
                string role = ladder.Rungs[n].To[0];
                int by = newest[0][(role, trials[0].HeardOn(role, trials[0].Days[n][0]))];
                yield return new(
                    $"/rungs/{n}",
                    PlanFaults.Swallowed.Fill(ladder.Rungs[by].Id));
            }
        }
    }

    /// <summary>Which rung each role hears on each day: the one that was planned last, or stands last in the plan.</summary>
    private static Dictionary<(string Role, LocalDate Day), int> Newest(Ladder ladder, SampleTimeline trial)
    {
        Dictionary<(string, LocalDate), (LocalDate Planned, int Rung)> newest = [];
        for (int n = 0; n < ladder.Rungs.Length; n++)
        {
            foreach (string role in ladder.Rungs[n].To)
            {
                foreach (LocalDate planned in trial.Days[n])
                {
                    (string, LocalDate) slot = (role, trial.HeardOn(role, planned));
                    if (!newest.TryGetValue(slot, out (LocalDate Planned, int) other) || other.Planned <= planned)
                    {
                        newest[slot] = (planned, n);
                    }
                }
            }
        }

        return newest.ToDictionary(slot => slot.Key, slot => slot.Value.Rung);
    }
}
