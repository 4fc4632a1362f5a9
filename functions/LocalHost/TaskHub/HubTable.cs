using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using FollowUp.LocalHost.Engine;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>An instance as it was read: the version tells a later write whether anyone came in between.</summary>
sealed record StoredInstance(InstanceState State, IReadOnlyList<Step> History, ETag Version);

/// <summary>The partition of one instance as it was read.</summary>
sealed record Partition(StoredInstance? Instance, IReadOnlyList<InboxRow> Inbox);

/// <summary>Someone else changed the instance after it was read. Read it again and decide again.</summary>
sealed class InstanceChangedElsewhereException(string instance, Exception cause)
    : Exception($"Instance '{instance}' was changed by someone else.", cause);

/// <summary>
/// Reads and writes instances. Every write is stamped with an operation id: the client library sends a write again when it
/// lost the answer, and then reports a conflict with its own success.
/// </summary>
sealed class HubTable(TableClient table, string host)
{
    long operations;

    public Task Create(CancellationToken cancel) => table.CreateIfNotExistsAsync(cancel);

    /// <returns>Null if there is an instance of this id.</returns>
    public async Task<StoredInstance?> Add(InstanceState state, CancellationToken cancel)
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
            return await OwnWrite(state.Id, operation, cancel) is { } version ? new(state, [], version) : null;
        }
    }

    public async Task<(InstanceState State, ETag Version)?> FindState(string id, CancellationToken cancel)
    {
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
            HubKeys.Partition(id), HubKeys.Instance, cancellationToken: cancel);
        return found.HasValue ? (found.Value!.ToState(), found.Value!.ETag) : null;
    }

    public async Task<Partition> Read(string id, CancellationToken cancel)
    {
        TableEntity? instance = null;
        List<InboxRow> inbox = [];
        List<TableEntity> steps = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(row => row.PartitionKey == HubKeys.Partition(id), cancellationToken: cancel))
        {
            if (row.RowKey == HubKeys.Instance)
            {
                instance = row;
            }
            else if (row.RowKey.StartsWith(HubKeys.InboxFrom, StringComparison.Ordinal))
            {
                inbox.Add(new(row.RowKey, row.GetDateTimeOffset("At")!.Value, From<Message>(row)));
            }
            else
            {
                steps.Add(row);
            }
        }

        return new(instance is null ? null : Assembled(instance, steps), inbox);
    }

    /// <summary>One transaction: how the instance stands now, the step that made it so, and what it consumed.</summary>
    /// <exception cref="InstanceChangedElsewhereException">Someone else wrote since it was read.</exception>
    public async Task<ETag> Commit(
        InstanceState state, ETag version, Step? step, IReadOnlyCollection<string> consumed, CancellationToken cancel)
    {
        string operation = NextOperation();
        string partition = HubKeys.Partition(state.Id);
        List<TableTransactionAction> actions =
            [new(TableTransactionActionType.UpdateReplace, state.ToRow(operation), version)];
        if (step is not null)
        {
            actions.Add(new(TableTransactionActionType.UpsertReplace, StepRow(partition, state.NextStep - 1, step)));
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
            return await OwnWrite(state.Id, operation, cancel)
                ?? throw new InstanceChangedElsewhereException(state.Id, failure);
        }
    }

    public async Task AddMessage(string id, InboxRow message, CancellationToken cancel)
    {
        TableEntity row = new(HubKeys.Partition(id), message.Key) { ["At"] = message.At };
        row.SetLong("Body", JsonSerializer.Serialize(message.Message, HubJson.Options));
        try
        {
            await table.AddEntityAsync(row, cancel);
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            // The key names the message: it is this one, sent twice.
        }
    }

    /// <summary>Rows that are gone already are no mistake.</summary>
    public async Task Delete(string id, IEnumerable<string> rowKeys, CancellationToken cancel)
    {
        string partition = HubKeys.Partition(id);
        foreach (string key in rowKeys)
        {
            await table.DeleteEntityAsync(partition, key, ETag.All, cancel);
        }
    }

    public AsyncPageable<TableEntity> Query(string filter, int? pageSize, IEnumerable<string>? properties, CancellationToken cancel) =>
        table.QueryAsync<TableEntity>(filter, pageSize, properties, cancel);

    async Task<ETag?> OwnWrite(string id, string operation, CancellationToken cancel)
    {
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
            HubKeys.Partition(id), HubKeys.Instance, [InstanceRow.Operation], cancel);
        return found.HasValue && found.Value!.GetString(InstanceRow.Operation) == operation ? found.Value.ETag : null;
    }

    string NextOperation() => $"{host}-{Interlocked.Increment(ref operations)}";

    static StoredInstance Assembled(TableEntity instance, List<TableEntity> steps)
    {
        InstanceState state = instance.ToState();
        List<Step> history = [.. steps
            .Where(row => HubKeys.StepNumber(row.RowKey) is int n && n >= state.FirstStep && n < state.NextStep)
            .Select(From<Step>)];
        return new(state, history, instance.ETag);
    }

    static TableEntity StepRow(string partition, int number, Step step)
    {
        TableEntity row = new(partition, HubKeys.Step(number));
        row.SetLong("Body", JsonSerializer.Serialize(step, HubJson.Options));
        return row;
    }

    static T From<T>(TableEntity row) => JsonSerializer.Deserialize<T>(row.GetLong("Body")!, HubJson.Options)!;
}
