using FollowUp.Agreements;
using FollowUp.Items;

namespace FollowUp.Operations.Lists;

/// <summary>What a caller may see.</summary>
/// <param name="Agreement">Whether they see an agreement of which no item is theirs.</param>
public sealed record Shown(Func<AgreedItem, bool> Item, Func<Agreement, bool> Agreement);
