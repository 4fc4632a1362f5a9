using Azure.Core;
using FollowUp.Tables;
using FollowUp.Tables.Http;
using FollowUp.Tables.Store;

namespace FollowUp.TableService;

/// <summary>A request as policies see it. What lies in its body is read only when asked for.</summary>
public sealed class WireRequest
{
    private readonly Request request;
    private readonly ResourceAddress address;
    private IReadOnlyList<RowWrite>? writes;

    internal WireRequest(Request request, long number)
    {
        this.request = request;
        Number = number;
        address = ResourceAddress.Parse(request.Uri.Path);
    }

    /// <summary>How many requests this wire has seen, this one included.</summary>
    public long Number { get; }

    public string Method => request.Method.Method;

    public bool IsBatch => address.Resource == ResourceAddress.Batch;

    /// <summary>Whether it asks for rows by a filter.</summary>
    public bool IsQuery => Method == "GET" && address.Key is null;

    public bool IsWrite => Method != "GET";

    /// <summary>"Tables" where tables themselves are made, listed or deleted.</summary>
    public string Table => IsBatch && Writes is [var first, ..] ? first.Table : address.Resource;

    /// <summary>The partition it is about; null for a query.</summary>
    public string? Partition => address.Partition ?? (Writes is [var first, ..] ? first.Partition : null);

    /// <summary>The row it is about; null for a query, and for a batch, which is about several.</summary>
    public string? Row => address.Key ?? (!IsBatch && Writes is [var only] ? only.Row : null);

    /// <summary>Every row it would write.</summary>
    public IReadOnlyList<RowWrite> Writes => writes ??= Read();

    /// <summary>"GET Due()", "PUT Due(p,r)", "POST $batch: POST Due(p,r) DELETE Due(p,s)".</summary>
    public override string ToString() =>
        IsBatch ? $"{Method} {ResourceAddress.Batch}: {string.Join(' ', Writes)}" : $"{Method} {Table}({Keys})";

    private string Keys => Partition is null ? "" : $"{Partition},{Row}";

    private IReadOnlyList<RowWrite> Read()
    {
        if (!IsWrite || address.Resource == ResourceAddress.Tables)
        {
            return [];
        }

        try
        {
            ReadOnlySpan<byte> body = RequestBody.Read(request.Content);
            IReadOnlyList<Change> changes = IsBatch ? BatchReader.Read(body).Changes : [ChangeReader.Read(Method, address, "*", body)];
            return [.. changes.Select(change => new RowWrite(Verb(change.Kind), change.Table, change.Partition, change.Key))];
        }
        catch (RefusedException)
        {
            // The service is going to say what is wrong with it.
            return [];
        }
    }

    private static string Verb(WriteKind deed) => deed switch
    {
        WriteKind.Add => "POST",
        WriteKind.Replace => "PUT",
        WriteKind.Merge => "PATCH",
        _ => "DELETE",
    };
}

/// <summary>One row that a request would write.</summary>
public sealed record RowWrite(string Method, string Table, string Partition, string Row)
{
    public override string ToString() => $"{Method} {Table}({Partition},{Row})";
}
