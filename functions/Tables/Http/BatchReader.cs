using System.Text;
using FollowUp.Tables.Store;

namespace FollowUp.Tables.Http;

/// <summary>
/// Reads the one changeset that a batch holds. A line that begins a part cannot occur in a body: JSON writes no line break inside
/// a text.
/// </summary>
internal ref struct BatchReader(ReadOnlySpan<byte> body)
{
    private const int ChangesMax = 100;

    private ReadOnlySpan<byte> rest = body;

    /// <summary>The changes, or the first refusal and where it arose.</summary>
    public static (List<Change> Changes, BatchOutcome? Refused) Read(ReadOnlySpan<byte> body)
    {
        BatchReader reader = new(body);
        List<Change> changes = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        try
        {
            reader.SkipToRequest();
            while (!reader.rest.IsEmpty)
            {
                Demand(changes.Count < ChangesMax, Refusal.TooManyChanges);
                Change change = reader.Next();
                bool isOfOnePartition =
                    changes.Count == 0 || (change.Partition == changes[0].Partition && change.Table == changes[0].Table);
                Demand(isOfOnePartition, Refusal.CommandsInBatchActOnDifferentPartitions);
                Demand(keys.Add(change.Key), Refusal.InvalidDuplicateRow);
                changes.Add(change);
                reader.SkipToRequest();
            }

            Demand(changes.Count > 0, Refusal.InvalidInput);
            return (changes, null);
        }
        catch (RefusedException refused)
        {
            return (changes, BatchOutcome.No(refused.Refusal, Math.Min(changes.Count, ChangesMax - 1)));
        }
    }

    /// <summary>One request: its first line, its headers up to an empty line, its body up to the next part.</summary>
    private Change Next()
    {
        ReadOnlySpan<byte> first = Line();
        int space = first.IndexOf((byte)' ');
        int protocol = first.LastIndexOf((byte)' ');
        string method = Encoding.ASCII.GetString(first[..space]);
        string uri = Encoding.ASCII.GetString(first[(space + 1)..protocol]);
        string? ifMatch = null;
        for (ReadOnlySpan<byte> header = Line(); !header.IsEmpty; header = Line())
        {
            if (header.StartsWith("If-Match: "u8))
            {
                ifMatch = Encoding.ASCII.GetString(header["If-Match: "u8.Length..]);
            }
        }

        int end = rest.IndexOf("\r\n--"u8);
        return ChangeReader.Read(method, ResourceAddress.Parse(ResourceAddress.PathOf(uri)), ifMatch, end < 0 ? rest : rest[..end]);
    }

    private ReadOnlySpan<byte> Line()
    {
        int end = rest.IndexOf("\r\n"u8);
        ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 2)..];
        return line;
    }

    /// <summary>Goes on to the line that names a method and an address; nothing is left when there is none.</summary>
    private void SkipToRequest()
    {
        int before = rest.IndexOf("Content-Type: application/http\r\n"u8);
        rest = before < 0 ? [] : rest[before..];
        while (!Line().IsEmpty)
        {
            // The part's own headers.
        }
    }

    private static void Demand(bool isSo, Refusal refusal)
    {
        if (!isSo)
        {
            throw new RefusedException(refusal);
        }
    }
}
