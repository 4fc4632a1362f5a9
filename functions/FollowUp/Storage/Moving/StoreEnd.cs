using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Storage.Moving;

/// <summary>One of the two stores of a move.</summary>
/// <param name="Name">As people call it: a folder, or an account's address, and nothing that opens it.</param>
/// <param name="IsAlone">Whether nobody else can have it open meanwhile.</param>
public sealed record StoreEnd(string Name, TableClients Tables, IFileStore Files, bool IsAlone)
{
    /// <param name="settings">Say where it is, as those of a host do.</param>
    /// <param name="transport">Carries the requests to its tables; null for HTTP.</param>
    public static StoreEnd Open(string name, IConfiguration settings, HttpPipelineTransport? transport, bool isAlone)
    {
        TableClients tables = new(settings, transport, isMoving: true);
        return new(name, tables, BlobFileStore.Open(settings) ?? (IFileStore)new TableFileStore(tables), isAlone);
    }
}
