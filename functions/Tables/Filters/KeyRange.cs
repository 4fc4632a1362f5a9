namespace FollowUp.Tables.Filters;

/// <summary>Between which keys rows can lie at all, by what a filter demands of a key in any case.</summary>
/// <param name="First">Nothing lies before it.</param>
/// <param name="Last">Nothing lies after it; null where the range is open.</param>
internal readonly record struct KeyRange(string First, string? Last)
{
    private static readonly KeyRange Everything = new("", null);

    public bool EndsBefore(string key) => Last is not null && string.CompareOrdinal(key, Last) > 0;

    public static KeyRange FromFilter(Condition? condition, string key) => condition switch
    {
        And both => FromFilter(both.Left, key).Within(FromFilter(both.Right, key)),
        PropertyComparison { Value: string value } compared when compared.Name == key => compared.Comparison switch
        {
            Comparison.Eq => new(value, value),
            Comparison.Gt or Comparison.Ge => new(value, null),
            // Open and closed ends make no difference here: the filter itself is asked about every row.
            Comparison.Lt or Comparison.Le => new("", value),
            _ => Everything,
        },
        _ => Everything,
    };

    private KeyRange Within(KeyRange other) => new(
        string.CompareOrdinal(First, other.First) > 0 ? First : other.First,
        Last is null ? other.Last : other.Last is null || string.CompareOrdinal(Last, other.Last) < 0 ? Last : other.Last);
}
