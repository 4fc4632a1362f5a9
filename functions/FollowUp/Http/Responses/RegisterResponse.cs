namespace FollowUp.Http.Responses;

/// <summary>What came of a register file.</summary>
/// <param name="People">How many of each it has.</param>
public sealed record RegisterResponse(int People, int Calendars, int Plans, IEnumerable<RegisteredResponse> Agreements);

/// <summary>An agreement of it.</summary>
/// <param name="IsNew">False where it was there already, with the same content.</param>
public sealed record RegisteredResponse(string Id, bool IsNew);
