using FollowUp.Faults;


namespace FollowUp.Plans.Validation;

/// <summary>Rungs that lie where their ladder never is.</summary>
internal static class MisplacedRungRule
{
    public static IEnumerable<PlanFault> Faults(Ladder ladder)
    {
        for (int n = 0; n < ladder.Rungs.Length; n++)
        {
            if (WhyNot(ladder.Name, ladder.Rungs[n].Offset) is { } why)
            {
                yield return new($"/rungs/{n}/offset", why);
            }

            if (ladder.Name.IsNews() && ladder.Rungs[n].Every is not null)
            {
                yield return new($"/rungs/{n}/every", PlanFaults.NewsRepeated.Fill(ladder.Name.Word()));
            }
        }
    }

    private static string? WhyNot(LadderName ladder, Offset offset) => ladder switch
    {
        LadderName.Due when offset.Count > 0 => PlanFaults.AfterDueDate.Text,
        LadderName.Overdue when offset.Count <= 0 => PlanFaults.NotAfterDueDate.Text,
        LadderName.Silence when offset.Count <= 0 => PlanFaults.NotAfterLastWord.Text,
        _ when offset.Count < 0 && !ladder.IsAroundDueDate() =>
            PlanFaults.BeforeItHappens.Fill(ladder.Word()),
        _ => null,
    };
}
