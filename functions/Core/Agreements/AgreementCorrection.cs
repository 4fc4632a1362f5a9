namespace FollowUp.Agreements;

/// <summary>What of an agreement is to read otherwise than it was registered.</summary>
/// <param name="Title">The languages that it names; the others stay. Null where all do.</param>
/// <param name="Place">Null where it stays.</param>
/// <param name="Clauses">Those that are put right, each by the id of one that is there.</param>
public sealed record AgreementCorrection(Wording? Title, string? Place, IReadOnlyList<ClauseCorrection> Clauses);

/// <summary>How one clause is to read.</summary>
/// <inheritdoc cref="AgreementCorrection"/>
/// <param name="Label">Null where it stays.</param>
/// <param name="Text">As the title.</param>
public sealed record ClauseCorrection(string Id, string? Label, Wording? Text);
