namespace FollowUp.Http.Responses;

/// <summary>A file for programs.</summary>
/// <param name="Rows">Each by the names of its columns; what is empty is null.</param>
public sealed record ExportResponse(IEnumerable<IReadOnlyDictionary<string, object?>> Rows);
