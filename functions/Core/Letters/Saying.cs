namespace FollowUp.Letters;

/// <summary>
/// What FollowUp says by itself (<see cref="Phrases.Phrase"/>), ready for one reader: names of people instead of ids, holidays in their
/// language, everything else in a form that any language can be made of. It lies in packed letters.
/// </summary>
/// <param name="Values">
/// Texts, digits, days (<c>2020-10-01</c>, <c>10-01</c> without a year) and spans of them (<c>10-01/10-08</c>).
/// </param>
public sealed record Saying(string Code, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>What it consists of, by name; null where that is nothing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Saying>>? Parts { get; init; }
}
