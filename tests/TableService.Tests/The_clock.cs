using Azure.Data.Tables;
using FollowUp.Tables;
using FollowUp.TableService.Tests.Rig;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.TableService.Tests;

/// <summary>What only the service in memory can show: its time is the test's.</summary>
public sealed class The_clock
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Noon);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task stamps_what_is_written()
    {
        Service service = await Start();
        _ = await service.Add(new TableEntity("p", "r"));
        clock.Advance(TimeSpan.FromDays(30));
        _ = await service.Add(new TableEntity("p", "s"));
        (await service.Rows()).Select(row => row.Timestamp).Should().Equal(Noon, Noon.AddDays(30));
    }

    [Theory]
    [InlineData(0), InlineData(-3600)]
    public async Task may_stand_or_go_back_and_versions_still_change(int seconds)
    {
        Service service = await Start();
        HashSet<string> versions = [];
        for (int n = 0; n < 10; n++)
        {
            using Azure.Response answer = await service.Table.UpsertEntityAsync(new TableEntity("p", "r"), TableUpdateMode.Replace, Cancel);
            versions.Add(answer.Headers.ETag!.Value.ToString()).Should().BeTrue();
            clock.AdjustTime(Noon.AddSeconds(seconds));
        }

        (await service.Read("p", "r")).Timestamp.Should().BeCloseTo(Noon, TimeSpan.FromMilliseconds(1));
    }

    /// <summary>Azure takes its time over deleting a table, and keeps the name.</summary>
    [Fact]
    public async Task must_go_on_before_a_deleted_table_can_be_made_anew()
    {
        Service service = Service.Over(new InMemoryTables(clock) { DeletionTakes = TimeSpan.FromSeconds(40) });
        _ = await service.Table.CreateAsync(Cancel);
        (await Service.Answer(() => service.Table.DeleteAsync(Cancel))).Should().Be("done");
        (await Service.Answer(() => (Task)service.Table.CreateIfNotExistsAsync(Cancel))).Should().Be("409 TableBeingDeleted");
        (await service.Add(new TableEntity("p", "r"))).Should().Be("404 TableNotFound");
        clock.Advance(TimeSpan.FromSeconds(40));
        (await Service.Answer(() => (Task)service.Table.CreateIfNotExistsAsync(Cancel))).Should().Be("done");
        (await service.Rows()).Should().BeEmpty();
    }

    /// <summary>Nothing is awaited in there: a simulation needs no other thread.</summary>
    [Fact]
    public async Task is_never_waited_for()
    {
        Service service = await Start();
        service.Table.AddEntityAsync(new TableEntity("p", "r"), Cancel).IsCompletedSuccessfully.Should().BeTrue();
        service.Table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "s"))], Cancel)
            .IsCompletedSuccessfully.Should().BeTrue();
        service.Rows().IsCompletedSuccessfully.Should().BeTrue();
        service.Table.AddEntity(new TableEntity("p", "t"), Cancel).Status.Should().Be(204, "callers that do not await are served as well");
    }

    private async Task<Service> Start()
    {
        Service service = Service.Over(new InMemoryTables(clock));
        _ = await service.Table.CreateAsync(Cancel);
        return service;
    }
}
