using Azure.Data.Tables;
using FollowUp.Items;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>
/// Who is to be looked at when, by the minute: the independent clock behind the orchestrations (law 1). A row is written before
/// what it points to, and removed after; one that points to nothing is harmless, since the reader checks.
/// </summary>
public sealed class DueIndex(Tables tables)
{
    private readonly IndexTable rows = new(tables.Due);

    private TableClient Table => tables.Due;

    public Task Mark(string agreement, IEnumerable<string> items, Instant at, CancellationToken cancel) =>
        rows.Put(items.Select(item => ItemRow(agreement, item, at)), cancel);

    public Task Mark(string agreement, string item, Instant at, CancellationToken cancel) => Mark(agreement, [item], at, cancel);

    /// <summary>Each at its next moment, those that have one.</summary>
    public Task Mark(IEnumerable<AgreedItem> items, CancellationToken cancel) =>
        rows.Put(items.Where(item => item.NextAt is not null).Select(item => ItemRow(item.Agreement, item.Id, item.NextAt!.Value)), cancel);

    public Task Unmark(string agreement, string item, Instant at, CancellationToken cancel) =>
        rows.Remove(Keys.DueAt(at, agreement), Keys.DueItem(agreement, item), cancel);

    /// <summary>Whatever names them is to be looked at once this revision of them is written.</summary>
    public Task MarkPerson(Rewritten person, CancellationToken cancel) =>
        rows.Put(
            new TableEntity(Keys.DueAt(person.At, person.Id), Keys.DuePerson(person.Id, person.Revision)) { ["At"] = person.At.ToDateTimeOffset() },
            cancel);

    public Task UnmarkPerson(Rewritten person, CancellationToken cancel) =>
        rows.Remove(Keys.DueAt(person.At, person.Id), Keys.DuePerson(person.Id, person.Revision), cancel);

    /// <summary>Everything marked for minutes before that of <paramref name="before"/>, the oldest first, at most a page.</summary>
    public async Task<IReadOnlyList<Due>> Overdue(Instant before, int limit, CancellationToken cancel)
    {
        List<Due> overdue = [];
        string query = $"PartitionKey lt '{Keys.DueBefore(before)}'";
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(query, Math.Min(limit, 1_000), cancellationToken: cancel))
        {
            string[] key = row.RowKey.Split('|');
            overdue.Add(new(Enum.Parse<DueKind>(key[0], ignoreCase: true), key[1], key[2], Instant.FromDateTimeOffset(row.GetDateTimeOffset("At")!.Value)));
            if (overdue.Count == limit)
            {
                break;
            }
        }

        return overdue;
    }

    private static TableEntity ItemRow(string agreement, string item, Instant at) =>
        new(Keys.DueAt(at, agreement), Keys.DueItem(agreement, item)) { ["At"] = at.ToDateTimeOffset() };
}

public enum DueKind
{
    /// <summary>Agreement and item.</summary>
    Item,

    /// <summary>Recipient and slot, for <see cref="EarlierBags"/>.</summary>
    Post,

    /// <summary>Id and revision.</summary>
    Person,
}

/// <summary>A row of the index, and what it points to.</summary>
public sealed record Due(DueKind Kind, string First, string Second, Instant At);

/// <summary>A person about to be written anew, as the index knows it.</summary>
/// <param name="Revision">The one that they are to get.</param>
public sealed record Rewritten(string Id, int Revision, Instant At);
