using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Storage;

/// <summary>FollowUp's tables in one storage account.</summary>
public sealed class TableClients
{
    /// <summary>The account's table endpoint, reached with the app's own identity; the way in on Azure.</summary>
    public const string EndpointSetting = "FOLLOWUP_TABLES_URI";

    /// <summary>A connection string, for development storage.</summary>
    public const string ConnectionSetting = "AzureWebJobsStorage";

    private readonly TableServiceClient service;
    private readonly WriteHealthPolicy pulse = new();

    /// <param name="transport">Carries the requests; null for the client's own.</param>
    /// <param name="isMoving">For whoever moves a store: no mark of a move keeps them from writing.</param>
    /// <exception cref="InvalidOperationException">Neither setting says where the tables are.</exception>
    public TableClients(IConfiguration settings, HttpPipelineTransport? transport = null, bool isMoving = false)
    {
        TableClientOptions options = Options(transport, pulse);
        if (!isMoving)
        {
            options.AddPolicy(new MovedStorePolicy(FindMark), HttpPipelinePosition.PerCall);
        }

        service = Open(settings, options);
        (Agreements, Due, Postbag) = (Table(nameof(Agreements)), Table(nameof(Due)), Table(nameof(Postbag)));
        Files = Table(nameof(Files));
        (People, Plans, Calendars) = (Table(nameof(People)), Table(nameof(Plans)), Table(nameof(Calendars)));
    }

    internal TableClient Agreements { get; }
    internal TableClient Due { get; }
    internal TableClient Postbag { get; }
    internal TableClient People { get; }
    internal TableClient Plans { get; }
    internal TableClient Calendars { get; }

    /// <summary>Made by whoever writes the first row: see <see cref="TableFileStore"/>.</summary>
    internal TableClient Files { get; }

    /// <summary>All that a move carries, row by row.</summary>
    internal IReadOnlyList<TableClient> All => [Agreements, Due, Postbag, People, Plans, Calendars];

    public Task Create(CancellationToken cancel) => Task.WhenAll(All.Select(table => table.CreateIfNotExistsAsync(cancel)));

    /// <summary>What it says of a move; null where it is in use.</summary>
    internal Task<MoveMark?> FindMark(CancellationToken cancel) => MoveMark.Find(Calendars, cancel);

    /// <summary>Answers when the store can be read.</summary>
    public async Task Reach(CancellationToken cancel) =>
        _ = await Agreements.GetEntityIfExistsAsync<TableEntity>("health", "health", cancellationToken: cancel);

    /// <summary>Why the last row that anybody here wrote was not taken; null where it was, and nothing that was read was damaged.</summary>
    public StoreTrouble? Refuses => pulse.Refusal;

    private static TableServiceClient Open(IConfiguration settings, TableClientOptions options) =>
        settings[EndpointSetting] is { Length: > 0 } endpoint
            ? new(new Uri(endpoint), new DefaultAzureCredential(
            new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings["AZURE_CLIENT_ID"] }), options)
        : settings[ConnectionSetting] is { Length: > 0 } connection
            ? new(connection, options)
        : throw new InvalidOperationException(
        $"Set {EndpointSetting} to the tables' address, or {ConnectionSetting} to a connection string (UseDevelopmentStorage=true for Azurite).");

    private static TableClientOptions Options(HttpPipelineTransport? transport, WriteHealthPolicy pulse)
    {
        // A lost answer is looked into (see Commits) sooner than the client's own 100 seconds would allow.
        TableClientOptions options =
            new() { Retry = { MaxRetries = 4, NetworkTimeout = TimeSpan.FromSeconds(10), Mode = RetryMode.Exponential } };
        options.AddPolicy(pulse, HttpPipelinePosition.PerCall);
        options.AddPolicy(new TransientFailurePolicy(), HttpPipelinePosition.PerCall);
        if (transport is not null)
        {
            options.Transport = transport;
        }

        return options;
    }

    private TableClient Table(string name) => service.GetTableClient(name);
}
