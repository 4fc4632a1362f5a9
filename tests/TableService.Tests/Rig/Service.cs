using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FollowUp.Tables;

namespace FollowUp.TableService.Tests.Rig;

/// <summary>An account of a test's own, with one empty table.</summary>
internal sealed class Service
{
    private Service(TableServiceClient account) => (Account, Table) = (account, account.GetTableClient("Rows"));

    public TableServiceClient Account { get; }

    public TableClient Table { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Service> Start(Kind kind)
    {
        Service service = kind switch
        {
            Kind.Memory => Over(new InMemoryTables(TimeProvider.System)),
            Kind.Sqlite => Over(StoreFiles.Tables()),
            _ => new(Client(await FollowUp.Tests.Rig.SharedAzurite.NewAccount(), null)),
        };
        await service.Table.CreateAsync(Cancel);
        return service;
    }

    /// <summary>An account behind a transport of the test's own; its table is not created yet.</summary>
    public static Service Over(HttpPipelineTransport transport) => new(Client(InMemoryTables.ConnectionString, transport));

    /// <summary>What came of a call: "done", or the status, the error code, and in a batch the index of what failed.</summary>
    public static async Task<string> Answer(Func<Task> call)
    {
        try
        {
            await call();
            return "done";
        }
        catch (TableTransactionFailedException failure)
        {
            return $"{failure.Status} {failure.ErrorCode} at {failure.FailedTransactionActionIndex}";
        }
        catch (RequestFailedException failure)
        {
            return $"{failure.Status} {failure.ErrorCode}".TrimEnd();
        }
        catch (InvalidOperationException)
        {
            return "an answer that the client cannot read";
        }
    }

    /// <summary>The same for calls that answer 404 without throwing.</summary>
    public static async Task<string> Answer(Func<Task<Response>> call)
    {
        int status = 0;
        string answer = await Answer(async () =>
        {
            using Response response = await call();
            status = response.Status;
        });
        return answer == "done" && status >= 400 ? $"{status}" : answer;
    }

    public Task<string> Add(TableEntity row) => Answer(() => Table.AddEntityAsync(row, Cancel));

    public Task<string> Batch(params IEnumerable<TableTransactionAction> actions) =>
        Answer(() => (Task)Table.SubmitTransactionAsync(actions, Cancel));

    public async Task<TableEntity> Read(string partition, string row) =>
        (await Table.GetEntityAsync<TableEntity>(partition, row, cancellationToken: Cancel)).Value;

    public async Task<IReadOnlyList<TableEntity>> Rows(string? filter = null)
    {
        List<TableEntity> rows = [];
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(filter, cancellationToken: Cancel))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The keys of what a filter finds: "p/r p/s".</summary>
    public async Task<string> Find(string? filter = null) =>
        string.Join(' ', (await Rows(filter)).Select(row => $"{row.PartitionKey}/{row.RowKey}"));

    private static TableServiceClient Client(string connection, HttpPipelineTransport? transport)
    {
        // A refusal is to be seen at once, not after tries.
        TableClientOptions options = new() { Retry = { MaxRetries = 0 } };
        if (transport is not null)
        {
            options.Transport = transport;
        }

        return new(connection, options);
    }
}
