using FollowUp.People;

namespace FollowUp.Operations.Erasures;

/// <summary>What an erasure would take, and where an address stays.</summary>
/// <param name="Person">As the register has them.</param>
/// <param name="Agreements">Those in whose ledgers letters to them may stand, sealed with their address.</param>
public sealed record ErasurePlan(Person Person, IReadOnlyList<string> Agreements, string Token);

/// <summary>Something is different by the time of the second call: it is looked at again first.</summary>
public sealed class ErasureOutdatedException() : Exception(Faults.RefusalPhrases.ChangesOutdated.Text);
