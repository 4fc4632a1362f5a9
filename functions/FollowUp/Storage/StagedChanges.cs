using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Journal;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>An item as it is to be written, and what the journal says of it.</summary>
/// <param name="IsNew">Whether it is added; else it replaces the one that is there.</param>
public sealed record StagedChange(AgreedItem Item, string Fingerprint, bool IsNew, IReadOnlyList<JournalEvent> Events)
{
    /// <summary>The item, and each entry.</summary>
    internal int Rows => 1 + Events.Count;
}

/// <summary>The agreement as it is to be written itself, and what the journal says of it.</summary>
public sealed record StagedAgreement(Agreement Agreement, IReadOnlyList<JournalEvent> Events);

/// <summary>
/// Changes of one agreement that were decided together. More of them than one transaction takes are written down whole first, which
/// is one transaction, and then carried out: a host that dies in between has decided, and whoever comes by next does the rest.
/// </summary>
public sealed record StagedChanges(Instant At, IReadOnlyList<StagedChange> Changes)
{
    /// <summary>Null where the agreement itself stays as it is. It comes with the first of its items.</summary>
    public StagedAgreement? Agreement { get; init; }

    /// <summary>A request takes four megabytes, and each character of an item up to six bytes in it.</summary>
    private const int LengthMax = 600_000;

    /// <summary>Of the same four megabytes; a packed character is one byte.</summary>
    private const int PiecesMax = 6;

    /// <summary>Leaves room for the properties beside it.</summary>
    private const int PieceLength = JsonColumns.LengthMax - 1_000;

    /// <summary>The head and the idempotency row, or the rows in which the changes were written down.</summary>
    private const int RowsBeside = 1 + PiecesMax;

    /// <summary>Whether one transaction takes them all.</summary>
    internal bool FitTogether => From(0).Count == Changes.Count;

    /// <summary>From a certain one on, as many as one transaction takes: at least one.</summary>
    internal IReadOnlyList<StagedChange> From(int first)
    {
        List<StagedChange> some = [];
        (int rows, int length) = (RowsBeside + (first == 0 ? Agreement?.Events.Count ?? 0 : 0), 0);
        foreach (StagedChange change in Changes.Skip(first))
        {
            (rows, length) = (rows + change.Rows, length + JsonColumns.LengthOf(change.Item));
            if (some.Count > 0 && (rows > AgreementTransaction.RowsMax || length > LengthMax))
            {
                break;
            }

            some.Add(change);
        }

        return some;
    }

    /// <summary>As rows hold them.</summary>
    /// <exception cref="RowFullException">They are more than is written down at once.</exception>
    internal IReadOnlyList<StagedPiece> Pack()
    {
        using MemoryStream packed = new();
        using (GZipStream zip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(JsonColumns.Write(this)));
        }

        string text = Base64Url.EncodeToString(packed.ToArray());
        return text.Length > PiecesMax * PieceLength
            ? throw RowFullException.Of(text.Length, PiecesMax * PieceLength)
            : [.. text.Chunk(PieceLength).Select(piece => new StagedPiece(new string(piece)))];
    }

    internal static StagedChanges Unpack(IEnumerable<StagedPiece> pieces)
    {
        using MemoryStream packed = new(Base64Url.DecodeFromChars(string.Concat(pieces.Select(piece => piece.Packed))));
        using GZipStream zip = new(packed, CompressionMode.Decompress);
        using StreamReader json = new(zip, Encoding.UTF8);
        return JsonColumns.Read<StagedChanges>(json.ReadToEnd());
    }
}

/// <summary>A part of what was written down, too long for one row.</summary>
internal sealed record StagedPiece(string Packed);

/// <summary>How far an agreement has come with what was written down.</summary>
/// <param name="Pieces">In how many rows it lies.</param>
/// <param name="Done">How many of its changes are carried out.</param>
internal sealed record StagedProgress(int Pieces, int Done);
