using FollowUp.Plans;

namespace FollowUp.Ledger;

/// <summary>What makes one notice one notice, however often anybody tries to send it (law 3).</summary>
/// <param name="AnchorRevision">Counts the anchors of this ladder: a second report has a second confirmation ladder.</param>
/// <param name="Occurrence">0 for the first, then one for each repetition.</param>
/// <param name="Recipient">The person it was meant for; who stood in for them is <see cref="LedgerRow.SentTo"/>.</param>
public sealed record RungKey(string Item, int AnchorRevision, LadderName Ladder, string Rung, int Occurrence, string Recipient)
{
    /// <summary>Keys that are compared are of one item, and mostly of one ladder: these three tell them apart.</summary>
    public override int GetHashCode() => HashCode.Combine(Rung, Occurrence, Recipient);

    public override string ToString() => $"{Ladder.ToString().ToLowerInvariant()}/{Rung}/{Occurrence} to {Recipient}";
}
