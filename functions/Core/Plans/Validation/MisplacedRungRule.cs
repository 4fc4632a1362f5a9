
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
                yield return new($"/rungs/{n}/every", $"is not for the {ladder.Name.Word()} ladder: it tells what has happened, once");
            }
        }
    }

    private static string? WhyNot(LadderName ladder, Offset offset) => ladder switch
    {
        LadderName.Due when offset.Count > 0 => "lies after the due date: what is said then belongs into the overdue ladder",
        LadderName.Overdue when offset.Count <= 0 => "does not lie after the due date: what is said until then belongs into the due ladder",
        _ when offset.Count < 0 && !ladder.IsAroundDueDate() =>
            $"lies before what the {ladder.Word()} ladder follows: nobody can be told of it before it happens",
        _ => null,
    };
}
