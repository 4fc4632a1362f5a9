using FollowUp.Simulation.Papers;

namespace FollowUp.Simulation.Expected;

/// <summary>What people sent up and asked each other.</summary>
public sealed partial class Reading
{
    /// <summary>What people sent up stands each by itself; it waits for nobody.</summary>
    private IEnumerable<Line> Raised(Ladder ladder) => standing.Raisings
        .SelectMany(raised => Of(ladder.Name, ladder.Rungs[0], Event(raised.At, raised.Number), false)).DistinctBy(line => line.Key);

    /// <summary>A question is for one side, its answer for the other; what was sent up for whom it was meant that day.</summary>
    private bool Concerns(string ladder, int number, string role, string person) => ladder switch
    {
        "question" => role == "coordinator" || standing.Questions[number - 1].Of == role,
        "reply" => standing.Questions[number - 1].To == person,
        "escalated" when standing.Raisings[number - 1] is var raised => role.StartsWith("level-", StringComparison.Ordinal)
            ? role == $"level-{raised.Level}" && person == raised.To : raised.Knows.Contains(person),
        _ => true,
    };
}
