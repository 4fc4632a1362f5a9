using NodaTime;

namespace FollowUp.Agreements;

/// <summary>
/// The signed or adopted text that items come from. Registered once: what was agreed never changes; its words are put right, and who
/// follows it up may change.
/// </summary>
/// <param name="Chain">The levels above the owners, lowest first: who hears of lateness.</param>
/// <param name="Coordinator">Who registers, watches and reports.</param>
public sealed record Agreement(
    string Id,
    string Kind,
    LocalDate SignedOn,
    string? Place,
    Wording Title,
    IReadOnlyList<Party> Parties,
    string Coordinator,
    IReadOnlyList<string> Chain,
    IReadOnlyList<Clause> Clauses)
{
    public static IReadOnlyList<string> Kinds { get; } = ["minutes", "protocol", "treaty", "memorandum", "agreement"];

    /// <summary>The same agreement followed up by others: what is added to it or comes round has these.</summary>
    public Agreement FollowedUpBy(string coordinator, IReadOnlyList<string> chain) =>
        coordinator == Coordinator && chain.SequenceEqual(Chain) ? this : this with { Coordinator = coordinator, Chain = chain };

    public Clause? ClauseOf(string? id) => Clauses.FirstOrDefault(clause => clause.Id == id);
}
