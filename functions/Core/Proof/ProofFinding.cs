namespace FollowUp.Proof;

/// <summary>Something in a proof file that is not as it was written.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Where">"entry 12", "ledger row due/week/0 to law of protocol-1", "file".</param>
/// <param name="Text">What is wrong with it.</param>
public sealed record ProofFinding(int Line, string Where, string Text)
{
    /// <summary>What concerns no record of it.</summary>
    public const string File = "file";

    public override string ToString() => $"line {Line}, {Where}: {Text}";
}
