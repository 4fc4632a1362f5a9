using FollowUp.Parsing;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>How the service is.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c>, <c>degraded</c>, <c>behind</c>, or what is wrong with the store.</param>
/// <param name="OldestDueAt">What should have been looked at since.</param>
/// <param name="Mail">What ails the mail.</param>
/// <param name="Since">Since when.</param>
/// <param name="Items">Which items are too full for all that happens to them to be written down.</param>
public sealed record HealthResponse(
    string Status, Instant? OldestDueAt = null, string? Mail = null, Instant? Since = null, string? Items = null);

/// <summary>What was built anew.</summary>
/// <param name="Letters">How many letters were started.</param>
/// <param name="Next">The cursor to go on with; absent where all is done.</param>
public sealed record RepairResponse(int Agreements, int Items, int Letters, string? Next);

/// <summary>A refusal, as RFC 9457 has it.</summary>
/// <param name="Type">Stable, below <c>/problems/</c>.</param>
/// <param name="Errors">All faults of a body at once, each with its place in it.</param>
public sealed record ProblemResponse(string Type, string Title, int Status, string Detail, IReadOnlyList<Fault>? Errors);
