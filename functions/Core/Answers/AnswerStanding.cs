using FollowUp.Items;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Answers;

/// <summary>What a link does now.</summary>
public enum AnswerStanding
{
    /// <summary>What it is for can be done by it.</summary>
    Open,

    /// <summary>What it is for was done, by it or otherwise.</summary>
    Recorded,

    /// <summary>The item has another owner by now.</summary>
    HandedOver,

    /// <summary>The item was confirmed or withdrawn.</summary>
    Closed,

    /// <summary>It has come to its end.</summary>
    Expired,

    /// <summary>Whoever got the letter stands in for nobody of the item any more.</summary>
    NotYours,

    /// <summary>The item's state does not allow it, as an extension once the due date has passed.</summary>
    NotNow,
}

/// <summary>How a link stands towards the item as it is.</summary>
public static class AnswerStandings
{
    /// <param name="by">Its recipient, with those for whom they act.</param>
    public static AnswerStanding Of(AnswerScope scope, AgreedItem item, Actor by, Instant now, FrozenTerms terms)
    {
        bool isRecorded = AnswerRecord.Of(scope, item) is not null;
        bool isHandedOver = scope.IsOfFormerOwner(item) && !(isRecorded && scope.Action == AnswerAction.HandBack);
        return now >= scope.ExpiresAt ? AnswerStanding.Expired
            : isHandedOver ? AnswerStanding.HandedOver
            : isRecorded ? AnswerStanding.Recorded
            : !item.IsOpen ? AnswerStanding.Closed
            : AnswerOffers.Standing(item, scope.Action, AnswerContent.Sample(item), by, now, terms);
    }
}
