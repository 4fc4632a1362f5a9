using NodaTime;

namespace FollowUp.Parsing;

/// <summary>One change of many items, as a body says it.</summary>
/// <param name="By">Null where the body names nobody.</param>
/// <param name="Items">Null for all that are open.</param>
/// <param name="Field">What is changed: a word of <see cref="BulkParser.Fields"/>.</param>
/// <param name="People">Who is to have it, where people have it.</param>
public sealed record BulkDraft(
    string? By, string Reason, IReadOnlyList<string>? Items, string Field, IReadOnlyList<string> People, LocalDate? DueOn,
    Plans.Offset? MoveBy);
