using FollowUp.Following;
using NodaTime;

namespace FollowUp.Notices;

/// <summary>One letter to be: a person and the minute that it belongs to.</summary>
public sealed record Post(string Recipient, string Slot)
{
    /// <summary>When the minute begins whose decisions the letter carries.</summary>
    internal Instant Minute => Values.Slot.Begin(Slot);
}

/// <summary>A notice that waits to be posted.</summary>
public sealed record Posted(string Agreement, RungKey Key);
