namespace FollowUp.Ledger;

/// <summary>
/// Of one ladder's notices to one person, the newest only goes out (law 5): after an outage, and after days without mail. What was
/// written down since says more than what still waits.
/// </summary>
public static class NewestOnly
{
    /// <summary>The newest that says more than <paramref name="waiting"/> does; null where it is the newest itself.</summary>
    public static LedgerRow? FindNewer(LedgerRow waiting, IEnumerable<LedgerRow> ledger) =>
        ledger.Where(waiting.IsSupersededBy).MaxBy(other => other.Planned);
}
