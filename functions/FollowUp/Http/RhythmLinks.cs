using FollowUp.Delivery;
using FollowUp.Letters;

namespace FollowUp.Http;

/// <summary>The links by which a letter's reader says how often letters come.</summary>
internal static class RhythmLinks
{
    /// <returns>Whose rhythm it is.</returns>
    /// <exception cref="LinkRefusedException">It opens nothing.</exception>
    public static string Demand(string token, LinkSettings links) => links.Keys is { } keys
        ? RhythmToken.Read(token, keys)
            ?? throw (RhythmToken.IsOfOtherKey(token, keys) ? LinkRefusedException.Replaced() : LinkRefusedException.Unknown())
        : throw LinkRefusedException.Unknown();
}
