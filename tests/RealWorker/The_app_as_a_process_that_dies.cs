using System.Net;
using System.Text.Json.Nodes;
using FollowUp.RealWorker.Protocol;
using FollowUp.RealWorker.Rig;

namespace FollowUp.RealWorker;

/// <summary>Azure takes workers away whenever it likes: by the host's word, or without one.</summary>
public sealed class The_app_as_a_process_that_dies
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task goes_on_in_another_where_it_was_killed()
    {
        RunningApp app = new();
        await using IAsyncDisposable end = app;
        await app.InitializeAsync();
        (await The_app_as_a_process.Register(app)).Should().Be(HttpStatusCode.Created);
        LoadedWorker killed = app.Worker;

        await app.Process.Kill(Cancel);
        await killed.Link.Ended.WaitAsync(Cancel);
        await killed.Invoking(worker => worker.Call(worker.Function("HealthPulse"), new() { Json = "{}" }, Cancel))
            .Should().ThrowAsync<WorkerGoneException>();
        await app.Start();

        app.Worker.Link.WorkerId.Should().NotBe(killed.Link.WorkerId);
        JsonNode item =
            JsonNode.Parse(await app.Http.GetStringAsync(new Uri("/api/agreements/return/items/protocol", UriKind.Relative), Cancel))!;
        ((string?)item["state"]).Should().Be("assigned");
        (await The_app_as_a_process.Register(app)).Should().Be(HttpStatusCode.OK, "the same once more is nothing new");
    }

    [Fact]
    public async Task ends_in_good_order_where_it_is_told_to()
    {
        RunningApp app = new();
        await using IAsyncDisposable end = app;
        await app.InitializeAsync();

        app.Worker.Link.Tell(new() { WorkerTerminate = new() });

        (await app.Process.Exit(Cancel)).Should().Be(0, app.Process.Complaints);
        app.Process.Complaints.Should().BeEmpty();
    }
}
