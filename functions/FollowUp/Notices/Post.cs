using FollowUp.Following;
using NodaTime;

namespace FollowUp.Notices;

/// <summary>One letter to be: a person and the minute that it belongs to.</summary>
public sealed record Post(string Recipient, string Slot)
{
    /// <summary>When the minute begins whose decisions the letter carries.</summary>
    internal Instant Minute => Storage.Keys.Minute.Parse(Slot).Value;
}

/// <summary>A notice that waits to be posted.</summary>
public sealed record Posted(string Agreement, RungKey Key);
