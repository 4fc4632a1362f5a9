using Azure;
using Azure.Data.Tables;
using FollowUp.People;

namespace FollowUp.Storage;

/// <summary>The succession of each person, the last one where there were several.</summary>
public sealed class SuccessionStore(TableClients tables)
{
    private readonly WriteTurns turns = new();

    private TableClient Table => tables.People;

    /// <summary>Null where nobody was ever to succeed them.</summary>
    public async Task<Succession?> Find(string person, CancellationToken cancel) =>
        await Row(person, cancel) is { HasValue: true, Value: { } row } ? row.Read<Succession>() : null;

    /// <summary>Of everybody who was ever to be succeeded; few leave.</summary>
    public async Task<IReadOnlyList<Succession>> All(CancellationToken cancel)
    {
        List<Succession> all = [];
        await foreach (TableEntity row in Table.QueryAsync<TableEntity>(TableKeys.In(TableKeys.Successions), cancellationToken: cancel))
        {
            all.Add(row.Read<Succession>());
        }

        return all;
    }

    /// <summary>Writes what <paramref name="change"/> makes of the one that is there; the very same leaves it as it is.</summary>
    /// <returns>As it is then; null where there is none, and none was made.</returns>
    public async Task<Succession?> Write(string person, Func<Succession?, Succession?> change, CancellationToken cancel)
    {
        await foreach (int attempt in turns.Attempts(person, cancel))
        {
            NullableResponse<TableEntity> row = await Row(person, cancel);
            Succession? before = row.HasValue ? row.Value!.Read<Succession>() : null;
            Succession? next = change(before);
            if (next is null || ReferenceEquals(next, before))
            {
                return next;
            }

            TableEntity written = new TableEntity(TableKeys.Successions, person).With(next);
            try
            {
                using Response answer = row.HasValue
                    ? await Table.UpdateEntityAsync(written, row.Value!.ETag, TableUpdateMode.Replace, cancel)
                    : await Table.AddEntityAsync(written, cancel);
                return next;
            }
            catch (RequestFailedException other) when (other.Status is 409 or 412)
            {
                // Somebody else wrote in between, or our own lost request did: it is decided anew on what is there.
            }
        }

        throw new ContentionException($"The succession of {person}");
    }

    private Task<NullableResponse<TableEntity>> Row(string person, CancellationToken cancel) =>
        Table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Successions, person, cancellationToken: cancel);
}
