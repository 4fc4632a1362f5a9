using FollowUp.Agreements;
using FollowUp.Journal;
using FollowUp.Ledger;
using NodaTime;

namespace FollowUp.Proof;

/// <summary>
/// What a proof file holds. The chain seals <paramref name="Entries"/>, and by them each row of <paramref name="Ledger"/> that came to its
/// end; whom and what their ids mean (<paramref name="Agreement"/>, <paramref name="Items"/>, <paramref name="People"/>) is as the register
/// has it when the file is made, and sealed by the file's own digest alone.
/// </summary>
/// <param name="Head">The end of the journal: whoever notes it down elsewhere can tell later that nobody made all of it anew.</param>
/// <param name="Ledger">In the order of their keys: <see cref="LedgerOrder"/>.</param>
public sealed record ProofContent(
    ProofAgreement Agreement,
    Chain Head,
    IReadOnlyList<ProofItem> Items,
    IReadOnlyList<ProofPerson> People,
    IReadOnlyList<Entry> Entries,
    IReadOnlyList<SealedRow> Ledger);

public sealed record ProofAgreement(
    string Id, string Kind, LocalDate SignedOn, Wording Title, IReadOnlyList<ProofParty> Parties, string Coordinator);

public sealed record ProofParty(string Code, Wording Name, string TimeZone);

public sealed record ProofItem(string Id, Wording Title);

/// <summary>Somebody whom entries or rows name.</summary>
public sealed record ProofPerson(string Id, string Name, string TimeZone);
