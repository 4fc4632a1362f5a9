using Azure.Data.Tables;
using FollowUp.Notices;
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

    /// <summary>Marks several items of an agreement at once.</summary>
    public async Task Mark(string agreement, IReadOnlyList<string> items, Instant at, CancellationToken cancel)
    {
        foreach (string[] some in items.Chunk(100))
        {
            await Table.SubmitTransactionAsync(
                some.Select(item => new TableTransactionAction(TableTransactionActionType.UpsertReplace, ItemRow(agreement, item, at))), cancel);
        }
    }

    public Task Mark(string agreement, string item, Instant at, CancellationToken cancel) =>
        rows.Put(ItemRow(agreement, item, at), cancel);

    public Task Unmark(string agreement, string item, Instant at, CancellationToken cancel) =>
        rows.Remove(Keys.DueAt(at, agreement), Keys.DueItem(agreement, item), cancel);

    public Task MarkPost(Post post, CancellationToken cancel) =>
        rows.Put(
            new(Keys.DueAt(MinuteOf(post), post.Recipient), Keys.DuePost(post.Recipient, post.Slot)) { ["At"] = MinuteOf(post).ToDateTimeOffset() },
            cancel);

    public Task UnmarkPost(Post post, CancellationToken cancel) =>
        rows.Remove(Keys.DueAt(MinuteOf(post), post.Recipient), Keys.DuePost(post.Recipient, post.Slot), cancel);

    /// <summary>Whatever names them is to be looked at once this revision of them is written.</summary>
    public Task MarkPerson(Rewritten person, CancellationToken cancel) =>
        rows.Put(
            new(Keys.DueAt(person.At, person.Id), Keys.DuePerson(person.Id, person.Revision)) { ["At"] = person.At.ToDateTimeOffset() },
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

    /// <summary>The minute whose decisions the letter carries.</summary>
    internal static Instant MinuteOf(Post post) => Keys.Minute.Parse(post.Slot).Value;

    private static TableEntity ItemRow(string agreement, string item, Instant at) =>
        new(Keys.DueAt(at, agreement), Keys.DueItem(agreement, item)) { ["At"] = at.ToDateTimeOffset() };
}

public enum DueKind
{
    /// <summary>Agreement and item.</summary>
    Item,

    /// <summary>Recipient and slot.</summary>
    Post,

    /// <summary>Id and revision.</summary>
    Person,
}

/// <summary>A row of the index, and what it points to.</summary>
public sealed record Due(DueKind Kind, string First, string Second, Instant At);

/// <summary>A person about to be written anew, as the index knows it.</summary>
/// <param name="Revision">The one that they are to get.</param>
public sealed record Rewritten(string Id, int Revision, Instant At);
