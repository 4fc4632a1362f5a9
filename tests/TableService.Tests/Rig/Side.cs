using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace FollowUp.TableService.Tests.Rig;

/// <summary>Which version a write asks for.</summary>
internal enum Condition
{
    Any,
    Latest,
    Earlier,
}

/// <summary>One of two services that are to answer alike. Versions differ between them, so each remembers its own.</summary>
internal sealed class Side(Service service)
{
    private static readonly ETag Never = new("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"");

    private readonly Dictionary<(string Partition, string Row), (ETag Earlier, ETag Latest)> versions = [];

    public TableClient Table => service.Table;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ETag Version(TableEntity row, Condition condition)
    {
        (ETag earlier, ETag latest) = versions.GetValueOrDefault((row.PartitionKey, row.RowKey), (Never, Never));
        return condition switch
        {
            Condition.Any => ETag.All,
            Condition.Latest => latest,
            _ => earlier,
        };
    }

    public Task<string> Do(TableEntity row, Func<Task<Response>> write) => Service.Answer(async () =>
    {
        Response answer = await write();
        Remember(row, answer);
        return answer;
    });

    public Task<string> Submit(IReadOnlyList<TableTransactionAction> actions) => Service.Answer(async () =>
    {
        Response<IReadOnlyList<Response>> answers = await Table.SubmitTransactionAsync(actions, Cancel);
        for (int index = 0; index < actions.Count; index++)
        {
            Remember((TableEntity)actions[index].Entity, answers.Value[index]);
        }

        return answers.GetRawResponse();
    });

    public async Task<string> Read(TableEntity row)
    {
        NullableResponse<TableEntity> found =
            await Table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: Cancel);
        return found.HasValue ? InWords(found.Value!) : "nothing";
    }

    public async Task<string> Find(string filter, int size)
    {
        List<string> found = [filter];
        await foreach (Page<TableEntity> page in Table.QueryAsync<TableEntity>(filter, size, cancellationToken: Cancel).AsPages())
        {
            page.Values.Count.Should().BeLessThanOrEqualTo(size);
            found.AddRange(page.Values.Select(InWords));
        }

        return string.Join('\n', found);
    }

    public async Task<string> Everything() => string.Join('\n', (await service.Rows()).Select(InWords));

    private void Remember(TableEntity row, Response answer)
    {
        if (answer.Headers.ETag is { } version)
        {
            (string, string) key = (row.PartitionKey, row.RowKey);
            versions[key] = (versions.TryGetValue(key, out (ETag Earlier, ETag Latest) known) ? known.Latest : Never, version);
        }
    }

    private static string InWords(TableEntity row)
    {
        IEnumerable<string> properties = row
            .Where(property => property.Key is not ("Timestamp" or "odata.etag"))
            .OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => string.Create(
                CultureInfo.InvariantCulture, $"{property.Key}={property.Value} ({property.Value.GetType().Name})"));
        return string.Join(", ", properties);
    }
}
