using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FollowUp.Tables.Rows;

/// <summary>Writes rows as the service does under minimal metadata: a type is named where JSON's own does not tell it.</summary>
internal static class RowWriter
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <summary>The properties alone, as an object.</summary>
    public static byte[] Written(Property[]? properties)
    {
        Utf8JsonWriter json = Begin();
        foreach (ref readonly Property property in properties.AsSpan())
        {
            Write(json, property.Name, property.Value);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer!.WrittenSpan.ToArray();
    }

    /// <summary>The whole row without the opening brace, so that others may put something before it.</summary>
    public static byte[] Inside(Row row)
    {
        ReadOnlySpan<byte> written = row.Written;
        Utf8JsonWriter json = Begin();
        json.WriteString("odata.etag"u8, row.ETag);
        json.WriteString("PartitionKey"u8, row.Partition);
        json.WriteString("RowKey"u8, row.Key);
        json.WriteString("Timestamp"u8, Timestamps.Text(row.Timestamp));
        json.Flush();
        bool isBare = written.Length == "{}"u8.Length;
        return [.. buffer!.WrittenSpan[1..], .. isBare ? "}"u8 : ","u8, .. isBare ? [] : written[1..]];
    }

    /// <summary>The same with only the properties asked for. One that the row lacks comes back as null.</summary>
    public static byte[] Inside(Row row, IReadOnlyList<string> selected)
    {
        Utf8JsonWriter json = Begin();
        json.WriteString("odata.etag"u8, row.ETag);
        foreach (string name in selected)
        {
            if (name == "Timestamp")
            {
                json.WriteString(name, Timestamps.Text(row.Timestamp));
            }
            else if (row[name] is { } value)
            {
                Write(json, name, value);
            }
            else
            {
                json.WriteNull(name);
            }
        }

        return End(json);
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case double real:
                WriteDouble(json, name, real);
                break;
            case long number:
                WriteTyped(json, name, "Edm.Int64"u8, number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTime moment:
                WriteTyped(json, name, "Edm.DateTime"u8, Timestamps.Text(moment));
                break;
            case Guid guid:
                WriteTyped(json, name, "Edm.Guid"u8, guid.ToString());
                break;
            case byte[] bytes:
                WriteTyped(json, name, "Edm.Binary"u8, Convert.ToBase64String(bytes));
                break;
            default:
                throw new InvalidOperationException($"{name} is a {value.GetType()}: no type of a property.");
        }
    }

    /// <summary>Without a point or an exponent a reader would take it for an Int32.</summary>
    private static void WriteDouble(Utf8JsonWriter json, string name, double real)
    {
        if (!double.IsFinite(real))
        {
            WriteTyped(json, name, "Edm.Double"u8, real.ToString(CultureInfo.InvariantCulture));
            return;
        }

        string text = real.ToString("R", CultureInfo.InvariantCulture);
        json.WritePropertyName(name);
        json.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0", skipInputValidation: true);
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, ReadOnlySpan<byte> type, string value)
    {
        json.WriteString(name + "@odata.type", Encoding.ASCII.GetString(type));
        json.WriteString(name, value);
    }

    private static Utf8JsonWriter Begin()
    {
        buffer ??= new(4096);
        buffer.ResetWrittenCount();
        writer ??= new(buffer, Options);
        writer.Reset(buffer);
        writer.WriteStartObject();
        return writer;
    }

    private static byte[] End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.Flush();
        return buffer!.WrittenSpan[1..].ToArray();
    }
}
