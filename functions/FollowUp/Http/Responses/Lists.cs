using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>A page of the register of agreements.</summary>
/// <param name="Next">The cursor of the next page; absent on the last.</param>
public sealed record AgreementsResponse(IEnumerable<AgreementResponse> Agreements, string? Next);

/// <summary>A page of items across agreements.</summary>
/// <inheritdoc cref="AgreementsResponse" path="/param[@name='Next']"/>
public sealed record ItemsResponse(Instant Now, IEnumerable<ItemResponse> Items, string? Next);

/// <summary>Everyone in the register.</summary>
public sealed record PeopleResponse(IEnumerable<PersonResponse> People);
