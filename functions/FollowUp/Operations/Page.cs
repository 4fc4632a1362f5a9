using FollowUp.Items;

namespace FollowUp.Operations;

/// <summary>Some of a longer list, and where it goes on; null where it ends.</summary>
/// <param name="Next">What comes next, or a place right before it.</param>
public sealed record Page<T>(IReadOnlyList<T> Members, ItemRef? Next);
