using FollowUp.Agreements;
using FollowUp.Items;

namespace FollowUp.Operations.Lists;

/// <summary>An item of a list at one moment: where it stands, and whose move it is.</summary>
/// <param name="Waits">The steps that others wait for: what is an alternative to one of them is left out.</param>
internal sealed record Entry(
    AgreedItem Item, string Text, Agreement Agreement, Section Section, int DaysLate, IReadOnlyList<NextAction> Waits)
{
    private static readonly string[] Alternatives = [NextActions.Return, NextActions.AskForWord, NextActions.Resume];

    /// <summary>All but what is only another answer to the same question.</summary>
    public static IReadOnlyList<NextAction> Steps(IReadOnlyList<NextAction> all) =>
        all.Count == 0 ? all : [.. all.Where(step => !Alternatives.Contains(step.Action))];
}
