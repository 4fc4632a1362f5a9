using Azure;
using Azure.Data.Tables;

namespace FollowUp.Storage;

/// <summary>
/// Contents of files as rows, where there are tables alone: on one machine they lie in the same file as all else, and one copy of it is
/// a backup of both.
/// </summary>
public sealed class TableFileStore(TableClients tables) : IFileStore
{
    /// <summary>A property takes 64 KiB, and a row 1 MiB; half of that is sent and answered quickly.</summary>
    private const int PropertyBytes = 64 * 1024, PropertiesOfRow = 8;

    private const int RowBytes = PropertyBytes * PropertiesOfRow;

    /// <remarks>The table is made with the first file: most offices' tables never need it.</remarks>
    public async Task Write(FileKey key, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        _ = await tables.Files.CreateIfNotExistsAsync(cancel);
        for (int piece = 0; piece * RowBytes < content.Length; piece++)
        {
            ReadOnlyMemory<byte> bytes = content[(piece * RowBytes)..];
            TableEntity row = RowOf(key, piece, bytes[..Math.Min(bytes.Length, RowBytes)]);
            _ = await tables.Files.UpsertEntityAsync(row, TableUpdateMode.Replace, cancel);
        }
    }

    public async Task<byte[]?> Read(FileKey key, CancellationToken cancel)
    {
        using MemoryStream content = new();
        try
        {
            await foreach (TableEntity row in tables.Files.QueryAsync<TableEntity>(
                TableKeys.In(TableKeys.File(key)), cancellationToken: cancel))
            {
                for (int n = 0; row.GetBinary(Property(n)) is { } bytes; n++)
                {
                    content.Write(bytes);
                }
            }
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == "TableNotFound")
        {
            return null;
        }

        return content.Length == 0 ? null : content.ToArray();
    }

    public async Task<IReadOnlyList<FileKey>> Keys(CancellationToken cancel)
    {
        try
        {
            return await tables.Files.QueryAsync<TableEntity>(
                $"RowKey eq '{TableKeys.FilePiece(0)}'", select: ["PartitionKey"], cancellationToken: cancel)
                    .Select(row => TableKeys.FileOf(row.PartitionKey)).ToListAsync(cancel);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == "TableNotFound")
        {
            return [];
        }
    }

    private static TableEntity RowOf(FileKey key, int piece, ReadOnlyMemory<byte> bytes)
    {
        TableEntity row = new(TableKeys.File(key), TableKeys.FilePiece(piece));
        for (int n = 0; n * PropertyBytes < bytes.Length; n++)
        {
            ReadOnlyMemory<byte> rest = bytes[(n * PropertyBytes)..];
            row[Property(n)] = rest[..Math.Min(rest.Length, PropertyBytes)].ToArray();
        }

        return row;
    }

    private static string Property(int n) => $"Bytes{n}";
}
