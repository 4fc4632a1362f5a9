namespace FollowUp.Agreements;

/// <summary>One place of an agreement that reads otherwise now.</summary>
/// <param name="Clause">The clause in which it stands; null for the agreement itself.</param>
/// <param name="Field">Of an agreement <c>title-en</c>, <c>title-zh</c>, <c>title-ru</c> or <c>place</c>; of a clause <c>label</c>,
/// <c>text-en</c>, <c>text-zh</c> or <c>text-ru</c>. These words are in the journal.</param>
/// <param name="Was">Empty where there was nothing.</param>
public sealed record AgreementAmendment(string? Clause, string Field, string Was, string Now);
