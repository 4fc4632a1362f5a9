using System.Buffers;
using System.Text;
using FollowUp.Tables.Rows;

namespace FollowUp.Tables.Http;

/// <summary>The body that answers a query.</summary>
internal static class RowListWriter
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    public static byte[] Write(string table, IReadOnlyList<Row> rows, IReadOnlyList<string>? select)
    {
        buffer ??= new(16 * 1024);
        buffer.ResetWrittenCount();
        buffer.Write(Encoding.UTF8.GetBytes($"{{\"odata.metadata\":\"https://tables/$metadata#{table}\",\"value\":["));
        for (int index = 0; index < rows.Count; index++)
        {
            buffer.Write(index == 0 ? "{"u8 : ",{"u8);
            buffer.Write(select is null ? rows[index].Json : RowWriter.Inside(rows[index], select));
        }

        buffer.Write("]}"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
