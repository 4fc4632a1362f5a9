namespace FollowUp.Plans;

/// <summary>To whom a rung speaks, in the plan's words: <c>owner</c>, <c>issuer</c>, <c>level-2</c> …</summary>
public static class Role
{
    public const string Owner = "owner";
    public const string Supporting = "supporting";
    public const string Issuer = "issuer";
    public const string Coordinator = "coordinator";

    /// <summary>Who asks the other side to move: the counterpart's contact on our side, else the coordinator.</summary>
    public const string Liaison = "liaison";

    /// <summary>Who owned the item before it was handed over. Only the hand-over ladder speaks to them.</summary>
    public const string FormerOwner = "former-owner";

    /// <summary>Everyone who was told that the item is late, and to whom it was sent up. Only the closing ladder speaks to them.</summary>
    public const string ToldLate = "told-late";

    public const string Expected = "owner, supporting, issuer, coordinator, liaison, level-1 … level-9";

    public static bool IsKnown(string role) =>
        role is Owner or Supporting or Issuer or Coordinator or Liaison || Level(role) is not null;

    /// <summary>Whether a plan may speak to <paramref name="role"/> in that ladder.</summary>
    public static bool IsKnown(string role, LadderName ladder) => IsKnown(role) || (role == FormerOwner && ladder == LadderName.Handover);

    /// <summary>1 for <c>level-1</c>: the first of the chain; null for what is no level.</summary>
    public static int? Level(string role) => role is ['l', 'e', 'v', 'e', 'l', '-', >= '1' and <= '9' and var level] ? level - '0' : null;
}
