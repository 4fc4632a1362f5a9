using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using FollowUp.LocalHost.Engine;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>
/// Reads and writes instances. Every write is stamped with an operation id: the client library sends a write again when the answer is
/// lost, and then reports a conflict with its own first attempt.
/// </summary>
internal sealed class HubTable(TableClient table, string host)
{
    private long operations;

    public Task Create(CancellationToken cancel) => table.CreateIfNotExistsAsync(cancel);

    /// <returns>Null if there is an instance of this id.</returns>
    public async Task<StoredInstance?> Insert(InstanceState state, CancellationToken cancel)
    {
        string operation = NextOperation();
        TableEntity row = state.ToRow(operation);
        try
        {
            Response added = await table.AddEntityAsync(row, cancel);
            return new(state, [], added.Headers.ETag!.Value);
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return await FindOwnWrite(state.Id, operation, cancel) is { } version ? new(state, [], version) : null;
        }
    }

    public async Task<(InstanceState State, ETag Version)?> LoadState(string id, CancellationToken cancel)
    {
        string partition = HubKeys.Partition(id);
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
            partition, HubKeys.Instance(partition), cancellationToken: cancel);
        return found.HasValue ? (found.Value!.ToState(), found.Value!.ETag) : null;
    }

    /// <summary>An instance with its whole history, by point reads: a query would make the emulator scan every row.</summary>
    public async Task<StoredInstance?> Load(string id, CancellationToken cancel)
    {
        if (await LoadState(id, cancel) is not { } found)
        {
            return null;
        }

        InstanceState state = found.State;
        IReadOnlyList<Step>[] pages = await Task.WhenAll(
            Enumerable.Range(state.FirstPage, state.NextPage - state.FirstPage).Select(number => ReadPage(id, number, cancel)));
        return new(state, [.. pages.SelectMany(page => page), .. state.Tail], found.Version);
    }

    public async Task<IReadOnlyList<InboxRow>> ReadInbox(string id, CancellationToken cancel)
    {
        List<InboxRow> inbox = [];
        string filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {HubKeys.Partition(id)} and RowKey ge {HubKeys.InboxFrom} and RowKey lt {HubKeys.InboxTo}");
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
        {
            inbox.Add(new(row.RowKey, row.GetDateTimeOffset("At")!.Value, Deserialize<Message>(row)));
        }

        return inbox;
    }

    /// <summary>One transaction: the new state, the page that became full, and the deletion of what was consumed.</summary>
    /// <exception cref="InstanceConflictException">Someone else wrote since it was read.</exception>
    public async Task<ETag> Commit(
        InstanceState state, ETag version, IReadOnlyList<Step>? page, IReadOnlyCollection<string> consumed, CancellationToken cancel)
    {
        string operation = NextOperation();
        string partition = HubKeys.Partition(state.Id);
        List<TableTransactionAction> actions =
            [new(TableTransactionActionType.UpdateReplace, state.ToRow(operation), version)];
        if (page is not null)
        {
            actions.Add(new(TableTransactionActionType.UpsertReplace, PageRow(partition, state.NextPage - 1, page)));
        }

        actions.AddRange(consumed.Select(key => new TableTransactionAction(
            TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All)));
        try
        {
            if (actions.Count == 1)
            {
                Response updated = await table.UpdateEntityAsync((TableEntity)actions[0].Entity, version, TableUpdateMode.Replace, cancel);
                return updated.Headers.ETag!.Value;
            }

            Response<IReadOnlyList<Response>> committed = await table.SubmitTransactionAsync(actions, cancel);
            return committed.Value[0].Headers.ETag!.Value;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            return await FindOwnWrite(state.Id, operation, cancel)
                ?? throw new InstanceConflictException(state.Id, failure);
        }
    }

    public async Task AddMessage(string id, InboxRow message, CancellationToken cancel)
    {
        TableEntity row = new(HubKeys.Partition(id), message.Key) { ["At"] = message.At };
        row.SetText("Body", JsonSerializer.Serialize(message.Message, HubJson.Options));
        try
        {
            await table.AddEntityAsync(row, cancel);
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            // The key identifies the message: it is the same one, sent twice.
        }
    }

    /// <summary>Rows that are gone already are no error.</summary>
    public async Task DeleteRows(string id, IEnumerable<string> rowKeys, CancellationToken cancel)
    {
        string partition = HubKeys.Partition(id);
        foreach (string key in rowKeys)
        {
            await table.DeleteEntityAsync(partition, key, ETag.All, cancel);
        }
    }

    /// <returns>False where somebody else wrote since it was read: another instance of this id may run by now.</returns>
    public async Task<bool> DeleteInstance(string id, ETag version, CancellationToken cancel)
    {
        string partition = HubKeys.Partition(id);
        try
        {
            await table.DeleteEntityAsync(partition, HubKeys.Instance(partition), version, cancel);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return false;
        }
    }

    public AsyncPageable<TableEntity> Query(string filter, int? pageSize, IEnumerable<string>? properties, CancellationToken cancel) =>
        table.QueryAsync<TableEntity>(filter, pageSize, properties, cancel);

    private async Task<ETag?> FindOwnWrite(string id, string operation, CancellationToken cancel)
    {
        string partition = HubKeys.Partition(id);
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
            partition, HubKeys.Instance(partition), [InstanceRow.Operation], cancel);
        return found.HasValue && found.Value!.GetString(InstanceRow.Operation) == operation ? found.Value.ETag : null;
    }

    private async Task<IReadOnlyList<Step>> ReadPage(string id, int number, CancellationToken cancel)
    {
        string partition = HubKeys.Partition(id);
        TableEntity row = await table.GetEntityAsync<TableEntity>(partition, HubKeys.Page(partition, number), cancellationToken: cancel);
        return Deserialize<List<Step>>(row);
    }

    private string NextOperation() => $"{host}-{Interlocked.Increment(ref operations)}";

    private static TableEntity PageRow(string partition, int number, IReadOnlyList<Step> steps)
    {
        TableEntity row = new(partition, HubKeys.Page(partition, number));
        row.SetText("Body", JsonSerializer.Serialize(steps, HubJson.Options));
        return row;
    }

    private static T Deserialize<T>(TableEntity row) => JsonSerializer.Deserialize<T>(row.GetText("Body")!, HubJson.Options)!;
}
