using FollowUp.Parsing;
using FollowUp.Phrases;
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
/// <param name="Code">What <paramref name="Detail"/> says, as data; absent where people do not come upon it.</param>
/// <param name="Errors">All faults of a body at once, each with its place in it.</param>
public sealed record ProblemResponse(
    string Type, string Title, int Status, string Detail, string? Code, IReadOnlyDictionary<string, object>? Args,
    IReadOnlyList<FaultResponse>? Errors)
{
    public static ProblemResponse Of(string type, string title, int status, string detail, IReadOnlyList<Fault>? errors)
    {
        Phrase? said = FaultPhrases.OfRefusal(detail);
        return new($"/problems/{type}", title, status, detail, said?.Code, said?.Args, errors?.Select(FaultResponse.Of).ToList());
    }
}

/// <summary>One thing wrong with what was sent.</summary>
/// <param name="Pointer">Where, as a JSON Pointer (RFC 6901).</param>
/// <param name="Detail">What would be right.</param>
/// <param name="Code">The same as data; absent where people do not come upon it.</param>
public sealed record FaultResponse(string Pointer, string Detail, string? Code, IReadOnlyDictionary<string, object>? Args)
{
    public static FaultResponse Of(Fault fault) =>
        FaultPhrases.OfField(fault.Detail) is { } said ? new(fault.Pointer, fault.Detail, said.Code, said.Args)
        : new(fault.Pointer, fault.Detail, null, null);
}
