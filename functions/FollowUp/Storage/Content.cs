using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;

namespace FollowUp.Storage;

/// <summary>A record as JSON in a row, spread over as many properties as its length needs.</summary>
internal static class Content
{
    /// <summary>A string property takes 32 K characters (64 KiB of UTF-16).</summary>
    private const int PieceLength = 32_000;

    /// <summary>A row takes 1 MiB; what remains is for its keys and other properties.</summary>
    private const int LengthMax = 480_000;

    private const string Name = "Content";

    /// <exception cref="RowFullException">The record no longer fits into one row.</exception>
    public static TableEntity With<T>(this TableEntity row, T record)
    {
        string json = JsonSerializer.Serialize(record, Json.Options);
        if (json.Length > LengthMax)
        {
            throw new RowFullException(row.RowKey, json.Length, LengthMax);
        }

        for (int piece = 0; piece * PieceLength < json.Length; piece++)
        {
            row[PieceName(piece)] = json.Substring(piece * PieceLength, Math.Min(PieceLength, json.Length - (piece * PieceLength)));
        }

        return row;
    }

    public static T Read<T>(this TableEntity row)
    {
        StringBuilder json = new();
        for (int piece = 0; row.GetString(PieceName(piece)) is { } text; piece++)
        {
            _ = json.Append(text);
        }

        return JsonSerializer.Deserialize<T>(json.ToString(), Json.Options)
            ?? throw new InvalidDataException($"Row {row.RowKey} of {row.PartitionKey} is empty.");
    }

    private static string PieceName(int piece) => piece == 0 ? Name : Name + piece.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A row cannot take more: the limit of the store, met by years of progress reports.</summary>
public sealed class RowFullException(string row, int length, int max)
    : Exception($"{row} would take {length} characters; the store takes {max}.");
