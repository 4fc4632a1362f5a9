using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using FollowUp.Values;

namespace FollowUp.Storage;

/// <summary>A record as JSON in a row, spread over as many properties as its length needs.</summary>
internal static class JsonColumns
{
    /// <summary>A string property takes 32 K characters (64 KiB of UTF-16).</summary>
    private const int PieceLength = 32_000;

    /// <summary>A row takes 1 MiB; what remains is for its keys and other properties.</summary>
    public const int LengthMax = 480_000;

    private const string Name = "Content";

    private static readonly JsonSerializerOptions Rows = Make();

    /// <exception cref="RowFullException">The record no longer fits into one row.</exception>
    public static TableEntity With<T>(this TableEntity row, T record)
    {
        string json = Write(record);
        if (json.Length > LengthMax)
        {
            throw RowFullException.Of(json.Length, LengthMax);
        }

        for (int piece = 0, at = 0; at < json.Length; piece++)
        {
            // A character of two halves stays in one piece.
            string rest = json[at..Math.Min(at + PieceLength, json.Length)];
            string text = rest.Length < PieceLength ? rest : TextRules.Truncate(rest, PieceLength);
            row[PieceName(piece)] = text;
            at += text.Length;
        }

        return row;
    }

    /// <summary>How many characters it would take.</summary>
    public static int LengthOf<T>(T record) => Write(record).Length;

    internal static string Write<T>(T record) => Json.Compact(JsonSerializer.Serialize(record, Rows));

    public static T Read<T>(this TableEntity row)
    {
        StringBuilder json = new();
        for (int piece = 0; row.GetString(PieceName(piece)) is { } text; piece++)
        {
            _ = json.Append(text);
        }

        return Read<T>(json.ToString());
    }

    internal static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Rows) ?? throw new InvalidDataException("A row is empty.");

    private static JsonSerializerOptions Make()
    {
        JsonSerializerOptions options =
            new(Json.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } } };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>
    /// What follows from the rest, and lists of what did not happen (yet): an item has a dozen, and its row is written with every notice.
    /// </summary>
    private static void LeaveOut(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties.Where(property => property.AssociatedParameter is null).ToList())
        {
            if (property.Set is null)
            {
                _ = type.Properties.Remove(property);
            }
            else if (property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
            {
                property.ShouldSerialize = (_, value) => value is not (null or ICollection { Count: 0 });
            }
        }
    }

    private static string PieceName(int piece) => piece == 0 ? Name : Name + piece.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A row cannot take more: the limit of the store, met by years of progress reports. Its message says the way out.</summary>
public sealed class RowFullException(string message) : Exception(message)
{
    internal static RowFullException Of(int length, int max) =>
        new($"It would take {length} characters, and the store takes {max} in one piece: shorten it, or divide it.");
}
