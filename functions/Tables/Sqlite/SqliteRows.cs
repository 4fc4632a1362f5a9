using FollowUp.Tables.Rows;
using FollowUp.Tables.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FollowUp.Tables.Sqlite;

/// <summary>Rows as one connection reads them.</summary>
internal sealed class SqliteRows(SqliteConnection connection) : IDisposable
{
    private readonly PreparedStatement find = new(
        connection, """SELECT timestamp, properties FROM rows WHERE "table" = ?1 AND partition = ?2 AND key = ?3""");

    private readonly PreparedStatement from = new(
        connection,
        """
        SELECT partition, key, timestamp, properties FROM rows
        WHERE "table" = ?1 AND (partition, key) >= (?2, ?3) ORDER BY partition, key
        """);

    public Row? Find(TableEntry table, string partition, string key)
    {
        bool isThere = find.Bind(1, table.Id).Bind(2, KeyBytes.Encode(partition)).Bind(3, KeyBytes.Encode(key)).Step();
        Row? row = isThere ? Sound(partition, key, find.Bytes(1), find.Number(0)) : null;
        find.Reset();
        return row;
    }

    public IEnumerable<Row> From(TableEntry table, RowPosition place)
    {
        byte[] known = KeyBytes.Encode(place.Partition);
        string partition = place.Partition;
        _ = from.Bind(1, table.Id).Bind(2, known).Bind(3, KeyBytes.Encode(place.Key));
        try
        {
            while (from.Step())
            {
                if (!from.Bytes(0).SequenceEqual(known))
                {
                    known = from.Bytes(0).ToArray();
                    partition = KeyBytes.Decode(known);
                }

                yield return Sound(partition, KeyBytes.Decode(from.Bytes(1)), from.Bytes(3), from.Number(2));
            }
        }
        finally
        {
            from.Reset();
        }
    }

    public void Dispose()
    {
        find.Dispose();
        from.Dispose();
    }

    /// <summary>A page that was overwritten as a whole is found out here too, where the pages around it hold together.</summary>
    private static Row Sound(string partition, string key, ReadOnlySpan<byte> properties, long ticks) =>
        properties is [(byte)'{', .., (byte)'}'] && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new(partition, key, properties.ToArray(), new(ticks, DateTimeKind.Utc))
            : throw new SqliteException("a row is no row", raw.SQLITE_CORRUPT);
}
