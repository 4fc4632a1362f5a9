using NodaTime;
using NodaTime.Text;

namespace FollowUp.Storage;

/// <summary>Which items to list. All values are ids or dates that were checked before: they become part of a query.</summary>
public sealed record ItemFilter(string? Agreement, string? Owner, IReadOnlyList<string> States, LocalDate? DueBefore)
{
    internal string Query => string.Join(" and ", Conditions());

    private IEnumerable<string> Conditions()
    {
        if (Agreement is not null)
        {
            yield return Keys.In(Agreement);
        }

        yield return Keys.RowsFrom("item|");
        if (Owner is not null)
        {
            yield return $"Owner eq '{Owner}'";
        }

        if (States.Count > 0)
        {
            yield return $"({string.Join(" or ", States.Select(state => $"Standing eq '{state}'"))})";
        }

        if (DueBefore is { } day)
        {
            yield return $"DueOn lt '{LocalDatePattern.Iso.Format(day)}'";
        }
    }
}
