using Azure.Data.Tables;
using FollowUp.Items;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>
/// Who is to be looked at when, by the minute: the independent clock behind the orchestrations (law 1). A row is written before
/// what it points to, and removed after; one that points to nothing is harmless, since the reader checks.
/// </summary>
public sealed class DueIndex
{
    private readonly TableClient table;
    private readonly IndexTable rows;
    private readonly Marks marks;

    public DueIndex(Tables tables, TimeProvider clock)
    {
        table = tables.Due;
        rows = new(table);
        marks = new(rows, clock);
    }

    public Task Mark(string agreement, IReadOnlyCollection<string> items, Instant at, CancellationToken cancel) =>
        items.Count == 0 ? Task.CompletedTask : marks.Put(agreement, items, at).WaitAsync(cancel);

    public Task Mark(string agreement, string item, Instant at, CancellationToken cancel) => Mark(agreement, [item], at, cancel);

    /// <summary>Each at its next moment, those that have one.</summary>
    public Task Mark(IEnumerable<AgreedItem> items, CancellationToken cancel) => Task.WhenAll(
        from item in items
        where item.NextAt is not null
        group item by (item.Agreement, Keys.DueBefore(item.NextAt!.Value)) into its
        select Mark(its.Key.Agreement, [.. its.Select(item => item.Id)], its.Min(item => item.NextAt!.Value), cancel));

    /// <summary>What moved on from its moment, written down as well, so that nothing points there for its sake.</summary>
    public Task Leave(IEnumerable<AgreedItem> before) =>
        Task.WhenAll(before.Where(item => item.NextAt is not null).Select(item => marks.Leave(item.Agreement, item.Id, item.NextAt!.Value)));

    /// <summary>The table may have been lost: nothing counts as put.</summary>
    public void Forget() => marks.Forget();

    /// <summary>By themselves: whoever comes by starts their clocks once more, whether they are due or not.</summary>
    public Task MarkClocks(string agreement, IEnumerable<string> items, Instant at, CancellationToken cancel) =>
        rows.Put(items.Select(item => new TableEntity(Keys.DueAt(at, agreement), Keys.DueItem(agreement, item)) { ["At"] = at.ToDateTimeOffset() }), cancel);

    /// <summary>What it pointed to has been seen to.</summary>
    public Task Remove(Due row, CancellationToken cancel) => rows.Remove(Keys.DueAt(row.At, row.First), Keys.Due(row), cancel);

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
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(query, Math.Min(limit, 1_000), cancellationToken: cancel))
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
}

public enum DueKind
{
    /// <summary>Agreement, and the host whose items of it are to be looked at.</summary>
    Agreement,

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
