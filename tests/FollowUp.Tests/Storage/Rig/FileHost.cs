using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using FollowUp.Operations;
using FollowUp.Operations.Sheets;
using FollowUp.Parsing.Sheets;
using FollowUp.Tables;
using FollowUp.Tests.Rig;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace FollowUp.Tests.Storage.Rig;

/// <summary>A host that takes files into the minutes, and dies over one of its requests to the store where that is wanted.</summary>
internal sealed class FileHost : HttpPipelineTransport, IAsyncDisposable
{
    private readonly InMemoryTables tables;
    private readonly ServiceProvider services;
    private int requests;

    /// <param name="diesAt">Its request of that number, from 1, is its last; 0 for none.</param>
    /// <param name="isDone">Whether the store still gets that one.</param>
    /// <param name="more">Settings beside the one of the store.</param>
    public FileHost(
        InMemoryTables tables, FakeTimeProvider clock, int diesAt = 0, bool isDone = false, params (string Name, string Value)[] more)
    {
        (this.tables, DiesAt, IsDone, Now) = (tables, diesAt, isDone, Instant.FromDateTimeOffset(clock.GetUtcNow()));
        IConfiguration settings =
            new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", InMemoryTables.ConnectionString)])
                .AddInMemoryCollection(more.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).Build();
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddSingleton<HttpPipelineTransport>(this)
            .AddSingleton(settings).AddFollowUp(settings).BuildServiceProvider();
    }

    public int Requests => requests;

    private int DiesAt { get; }

    private bool IsDone { get; }

    private Instant Now { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<ImportPlan> Preview(string csv) => Of<ImportPlanner>().Plan(Request(csv), Now, Cancel);

    public Task<ImportPlan> Do(string csv, string token) => Of<ImportCommitter>().Commit(
        Request(csv), token, new(token, token), new("desk", null), new StartedClocks(), Cancel);

    /// <summary>What the sweep does first, a few minutes later.</summary>
    public Task Sweep() => Of<DueItems>().Finish(Papers.Agreement, Cancel);

    public T Of<T>()
        where T : notnull => services.GetRequiredService<T>();

    public override Request CreateRequest() => tables.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The app's storage is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        int number = Interlocked.Increment(ref requests);
        if (DiesAt > 0 && (number > DiesAt || (number == DiesAt && !IsDone)))
        {
            throw new HostDiedException();
        }

        await tables.ProcessAsync(message);
        if (number == DiesAt)
        {
            throw new HostDiedException();
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static ImportRequest Request(string csv)
    {
        SheetOptions options = new(new Dictionary<string, string>(), new Dictionary<string, string> { ["reason"] = "agreed" }, null, null);
        SheetTable table = SheetTable.Of(SheetReader.Read(Encoding.UTF8.GetBytes(csv), options), options);
        return new(Papers.Agreement, table, options, "desk", "hash");
    }
}

/// <summary>Nothing gets through any more, and nothing tries again.</summary>
internal sealed class HostDiedException : Exception;
