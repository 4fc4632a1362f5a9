using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Storage;

/// <summary>Contents of files as blobs, in one container without public access: on Azure, and over Azurite.</summary>
public sealed class BlobFileStore : IFileStore
{
    /// <summary>The account's blob endpoint, reached with the app's own identity; the way in on Azure.</summary>
    public const string EndpointSetting = "FOLLOWUP_BLOBS_URI";

    private const string Container = "evidence";

    private readonly BlobContainerClient container;

    private BlobFileStore(BlobServiceClient service) => container = service.GetBlobContainerClient(Container);

    /// <summary>Null where the settings name an account of tables alone: then files go into them.</summary>
    public static BlobFileStore? Open(IConfiguration settings)
    {
        BlobClientOptions options =
            new() { Retry = { MaxRetries = 4, NetworkTimeout = TimeSpan.FromSeconds(60), Mode = RetryMode.Exponential } };
        options.AddPolicy(new TransientFailurePolicy(), HttpPipelinePosition.PerCall);
        return settings[EndpointSetting] is { Length: > 0 } endpoint
            ? new(new(new Uri(endpoint), new DefaultAzureCredential(
                new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings["AZURE_CLIENT_ID"] }), options))
            : settings[TableClients.EndpointSetting] is { Length: > 0 } ? null
            : settings[TableClients.ConnectionSetting] is { Length: > 0 } connection && NamesBlobs(connection)
                ? new(new(connection, options))
            : null;
    }

    /// <remarks>On Azure the container is there, and the app may write into it and do nothing else.</remarks>
    public async Task Write(FileKey key, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        try
        {
            _ = await BlobOf(key).UploadAsync(new BinaryData(content), overwrite: true, cancel);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == "ContainerNotFound")
        {
            _ = await container.CreateIfNotExistsAsync(cancellationToken: cancel);
            _ = await BlobOf(key).UploadAsync(new BinaryData(content), overwrite: true, cancel);
        }
    }

    public async Task<byte[]?> Read(FileKey key, CancellationToken cancel)
    {
        try
        {
            return (await BlobOf(key).DownloadContentAsync(cancel)).Value.Content.ToArray();
        }
        catch (RequestFailedException missing) when (missing.ErrorCode is "BlobNotFound" or "ContainerNotFound")
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<FileKey>> Keys(CancellationToken cancel)
    {
        try
        {
            return await container.GetBlobsAsync(cancellationToken: cancel).Select(blob => blob.Name.Split('/'))
                .Where(parts => parts.Length == 3).Select(parts => new FileKey(parts[0], parts[1], parts[2])).ToListAsync(cancel);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == "ContainerNotFound")
        {
            return [];
        }
    }

    /// <summary>A connection string that says where tables are and not where blobs are is one of tables alone.</summary>
    private static bool NamesBlobs(string connection) =>
        connection.Contains("BlobEndpoint=", StringComparison.OrdinalIgnoreCase)
        || !connection.Contains("TableEndpoint=", StringComparison.OrdinalIgnoreCase);

    private BlobClient BlobOf(FileKey key) => container.GetBlobClient($"{key.Agreement}/{key.Item}/{key.Sha256}");
}
