using NodaTime;
using NodaTime.Text;

namespace FollowUp.Storage;

/// <summary>Which items to list. All values are ids or dates that were checked before: they become part of a query.</summary>
public sealed record ItemFilter(string? Agreement, string? Owner, IReadOnlyList<string> States, LocalDate? DueBefore)
{
    /// <summary>States of items that are not over.</summary>
    public static IReadOnlyList<string> Open { get; } = ["registered", "assigned", "signed", "waiting", "reported"];

    /// <summary>Where in the agreement to begin; null at its first item.</summary>
    public string? From { get; init; }

    /// <summary>Whether it leaves out all that are over.</summary>
    internal bool IsOfOpen => States.Count > 0 && States.All(Open.Contains);

    /// <summary>Within an agreement.</summary>
    internal string Query => string.Join(" and ", Conditions());

    private IEnumerable<string> Conditions()
    {
        yield return TableKeys.RowsFrom(TableKeys.Item(""));
        if (From is not null)
        {
            yield return $"RowKey ge '{TableKeys.Item(From)}'";
        }

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
