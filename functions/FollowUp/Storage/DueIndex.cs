using Azure.Data.Tables;
using FollowUp.Items;
using FollowUp.People;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>
/// Who is to be looked at when, by the minute: the independent clock behind the orchestrations (law 1). A row is written before
/// what it points to, and removed after; one that points to nothing is harmless, since the reader checks.
/// </summary>
public sealed class DueIndex
{
    private readonly TableClient table;
    private readonly IndexWriter rows;
    private readonly DueEntryTracker marks;

    public DueIndex(TableClients tables, TimeProvider clock)
    {
        table = tables.Due;
        rows = new(table);
        marks = new(rows, clock);
    }

    public Task AddEntries(string agreement, IReadOnlyCollection<string> items, Instant at, CancellationToken cancel) =>
        items.Count == 0 ? Task.CompletedTask : marks.Add(agreement, items, at).WaitAsync(cancel);

    public Task AddEntries(string agreement, string item, Instant at, CancellationToken cancel) =>
        AddEntries(agreement, [item], at, cancel);

    /// <summary>Each at its next moment, those that have one.</summary>
    public Task AddEntries(IEnumerable<AgreedItem> items, CancellationToken cancel) => Task.WhenAll(
        from item in items
        where item.NextAt is not null
        group item by (item.Agreement, TableKeys.DueBefore(item.NextAt!.Value)) into its
        select AddEntries(its.Key.Agreement, [.. its.Select(item => item.Id)], its.Min(item => item.NextAt!.Value), cancel));

    /// <summary>What moved on from its moment, written down as well, so that nothing points there for its sake.</summary>
    public Task RemoveEntries(IEnumerable<AgreedItem> before) =>
        Task.WhenAll(
            before.Where(item => item.NextAt is not null).Select(item => marks.Remove(item.Agreement, item.Id, item.NextAt!.Value)));

    /// <summary>The table may have been lost: nothing counts as put.</summary>
    public void Forget() => marks.Forget();

    /// <summary>By themselves: whoever comes by starts their clocks once more, whether they are due or not.</summary>
    public Task AddItemEntries(string agreement, IEnumerable<string> items, Instant at, CancellationToken cancel) =>
        rows.Put(items.Select(item => Row(at, agreement, TableKeys.DueItem(agreement, item))), cancel);

    /// <summary>What it pointed to has been seen to.</summary>
    public Task RemoveEntry(DueEntry row, CancellationToken cancel) =>
        rows.Remove(TableKeys.DueAt(row.At, row.First), TableKeys.Due(row), cancel);

    /// <summary>Whatever names them is to be looked at once this revision of them is written.</summary>
    public Task AddPersonEntry(PendingPersonUpdate person, CancellationToken cancel) =>
        rows.Put(Row(person.At, person.Id, TableKeys.DuePerson(person.Id, person.Revision)), cancel);

    public Task RemovePersonEntry(PendingPersonUpdate person, CancellationToken cancel) =>
        rows.Remove(TableKeys.DueAt(person.At, person.Id), TableKeys.DuePerson(person.Id, person.Revision), cancel);

    /// <summary>It is to be carried out from then on.</summary>
    public Task AddSuccessionEntry(SuccessionRef one, CancellationToken cancel) => rows.Put(
        Row(Instant.FromDateTimeOffset(one.At), one.Person, TableKeys.DueSuccession(one.Person, one.Number)), cancel);

    public Task RemoveSuccessionEntry(SuccessionRef one, CancellationToken cancel) => rows.Remove(
        TableKeys.DueAt(Instant.FromDateTimeOffset(one.At), one.Person), TableKeys.DueSuccession(one.Person, one.Number), cancel);

    /// <summary>Everything marked for minutes before that of <paramref name="before"/>, the oldest first, at most a page.</summary>
    public async Task<IReadOnlyList<DueEntry>> Overdue(Instant before, int limit, CancellationToken cancel)
    {
        List<DueEntry> overdue = [];
        string query = $"PartitionKey lt '{TableKeys.DueBefore(before)}'";
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(query, Math.Min(limit, 1_000), cancellationToken: cancel))
        {
            string[] key = row.RowKey.Split('|');
            overdue.Add(new(Enum.Parse<DueEntryKind>(key[0], ignoreCase: true), key[1], key[2],
                Instant.FromDateTimeOffset(row.GetDateTimeOffset("At")!.Value)));
            if (overdue.Count == limit)
            {
                break;
            }
        }

        return overdue;
    }

    private static TableEntity Row(Instant at, string of, string key) =>
        new(TableKeys.DueAt(at, of), key) { ["At"] = at.ToDateTimeOffset() };
}

public enum DueEntryKind
{
    /// <summary>Agreement, and the host whose items of it are to be looked at.</summary>
    Agreement,

    /// <summary>Agreement and item.</summary>
    Item,

    /// <summary>Recipient and slot, for <see cref="LegacyOutbox"/>.</summary>
    Post,

    /// <summary>Id and revision.</summary>
    Person,

    /// <summary>Who leaves, and the number of their succession.</summary>
    Succession,
}

/// <summary>A row of the index, and what it points to.</summary>
public sealed record DueEntry(DueEntryKind Kind, string First, string Second, Instant At);

/// <summary>A person about to be written anew, as the index knows it.</summary>
/// <param name="Revision">The one that they are to get.</param>
public sealed record PendingPersonUpdate(string Id, int Revision, Instant At);
