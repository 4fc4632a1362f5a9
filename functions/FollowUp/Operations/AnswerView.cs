using FollowUp.Agreements;
using FollowUp.Answers;
using FollowUp.Items;
using FollowUp.People;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>What a link has to show to whoever opens it.</summary>
/// <param name="Reader">Who acts by it; null where the register has lost them.</param>
/// <param name="Offers">Everything that they may do with the item now, each good for one action and as long as the link itself.</param>
/// <param name="Record">What is on record of the thing that the link is about.</param>
/// <param name="People">Those of the item, by id.</param>
public sealed record AnswerView(
    AnswerScope Scope, AnswerStanding Standing, AgreedItem Item, Agreement Agreement, Person? Reader, AnswerRecord? Record,
    IReadOnlyList<AnswerScope> Offers, Func<string, Person?> People, Instant Now)
{
    /// <summary>
    /// Whether it still shows the item. One whose time is over, or whose item is somebody else's, says what became of it and whom to ask.
    /// </summary>
    public bool IsAlive => Standing is not (AnswerStanding.Expired or AnswerStanding.HandedOver or AnswerStanding.NotYours);
}
