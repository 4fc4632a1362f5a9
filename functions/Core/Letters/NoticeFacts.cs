using FollowUp.Agreements;
using FollowUp.Answers;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.People;

namespace FollowUp.Letters;

/// <summary>Everything one notice is made from.</summary>
public sealed record NoticeFacts(LedgerRow Row, AgreedItem Item, Agreement Agreement, Func<string, Person?> People)
{
    /// <summary>What its reader may answer, the most wanted first; empty where letters have no links.</summary>
    public IReadOnlyList<AnswerScope> Answers { get; init; } = [];
}
