namespace FollowUp.Ledger;

/// <summary>The letters of one minute, or where earlier ones were dealt with, those to readers whose bags lie after that of one.</summary>
/// <param name="After">Null for all of them.</param>
public sealed record SlotLetters(string Slot, string? After = null);

/// <summary>Letters of one minute that are tried together.</summary>
public sealed record LetterBatch(string Slot, IReadOnlyList<string> Recipients)
{
    /// <summary>So many share the work that Azure's engine has with an activity.</summary>
    public const int Size = 10;
}
