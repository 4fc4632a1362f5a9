using FollowUp.Ledger;

namespace FollowUp.Orchestrations;

/// <summary>What came of trying a letter.</summary>
/// <param name="Refusal">Why it will never arrive; null where it went out, or there was nothing to say.</param>
/// <param name="IsDelayed">The channel did not take it now; it is to be tried again.</param>
/// <param name="IsMarked">Whether that is written down already.</param>
/// <param name="HasMore">Whether there may be more to say in another letter.</param>
public sealed record Tried(string? Refusal, bool IsDelayed, bool IsMarked, bool HasMore)
{
    /// <summary>What the channel said when it took the letter; null where that is written down, and in earlier histories.</summary>
    public string? Reply { get; init; }

    public static Tried Nothing { get; } = new(null, IsDelayed: false, IsMarked: true, HasMore: false);

    public static Tried NotNow { get; } = new(null, IsDelayed: true, IsMarked: true, HasMore: true);

    public static Tried GivenUp { get; } = new(ReasonPhrases.NotTaken.Fill(5), IsDelayed: false, IsMarked: false, HasMore: true);
}
