using Azure.Core;
using Azure.Core.Pipeline;
using FollowUp.Storage;
using FollowUp.Tables;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Tests.Storage.Rig;

/// <summary>
/// Between one host and its tables in memory, which have Azure's limits: it counts, and can be shut, so that many come at once.
/// </summary>
internal sealed class Door(InMemoryTables tables) : HttpPipelineTransport
{
    private readonly TaskCompletionSource always = Opened();
    private TaskCompletionSource? shut;
    private int requests;

    public int Requests => Volatile.Read(ref requests);

    /// <summary>What is read is on its way to whoever asked, until this is done.</summary>
    public Task Answers { get; set; } = Task.CompletedTask;

    public void Shut() => shut = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => shut!.SetResult();

    public Outbox Outbox()
    {
        IConfiguration settings =
            new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", InMemoryTables.ConnectionString)]).Build();
        FollowUp.Storage.TableClients all = new(settings, this);
        all.Create(CancellationToken.None).GetAwaiter().GetResult();
        return new(all);
    }

    public override Request CreateRequest() => tables.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The app's storage is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await (shut ?? always).Task;
        _ = Interlocked.Increment(ref requests);
        await tables.ProcessAsync(message);
        await (message.Request.Method == RequestMethod.Get ? Answers : Task.CompletedTask);
    }

    private static TaskCompletionSource Opened()
    {
        TaskCompletionSource opened = new();
        opened.SetResult();
        return opened;
    }
}
