using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Storage;

namespace FollowUp.Operations.Lists;

/// <summary>An item of a list at one moment: where it stands, and whose move it is.</summary>
/// <param name="Listed">As it is kept for lists.</param>
/// <param name="Waits">The steps that others wait for: what is an alternative to one of them is left out.</param>
internal sealed record Entry(
    ListedItem Listed, Agreement Agreement, Section Section, int DaysLate, IReadOnlyList<NextAction> Waits)
{
    public AgreedItem Item => Listed.Item;

    private static readonly string[] Alternatives = [NextActions.Return, NextActions.AskForWord, NextActions.Resume];

    /// <summary>All but what is only another answer to the same question.</summary>
    public static IReadOnlyList<NextAction> Steps(IReadOnlyList<NextAction> all) =>
        all.Count == 0 ? all : [.. all.Where(step => !Alternatives.Contains(step.Action))];
}
