using FollowUp.Agreements;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>An agreement with the ids of its items.</summary>
/// <param name="State"><c>active</c>; <c>importing</c> while its items are still being written.</param>
public sealed record AgreementResponse(
    string Id, string Kind, LocalDate SignedOn, string? Place, Wording Title, IReadOnlyList<Party> Parties, string Coordinator,
    IReadOnlyList<string> Chain, IReadOnlyList<Clause> Clauses, IReadOnlyList<string> Items, string State)
{
    public static AgreementResponse Of(StoredAgreement stored) => new(
        stored.Agreement.Id, stored.Agreement.Kind, stored.Agreement.SignedOn, stored.Agreement.Place, stored.Agreement.Title,
        stored.Agreement.Parties,
        stored.Agreement.Coordinator, stored.Agreement.Chain, stored.Agreement.Clauses, stored.Items,
        stored.IsActive ? "active" : "importing");
}
