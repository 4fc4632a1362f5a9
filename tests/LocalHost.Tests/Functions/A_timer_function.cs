using System.Collections.Concurrent;
using FollowUp.LocalHost.Hosting;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.LocalHost.Tests.Functions;

public sealed class A_timer_function
{
    private readonly Runs runs = new();

    [Fact]
    public async Task runs_when_its_schedule_says()
    {
        await using TestHost host = await Start(typeof(Minutely));

        await host.Pass(TimeSpan.FromSeconds(59));
        runs.Should().BeEmpty();
        await host.Pass(TimeSpan.FromSeconds(1));
        await host.Pass(TimeSpan.FromMinutes(1));

        runs.Should().Equal("09:01 on time, next 09:02", "09:02 on time, next 09:03");
    }

    [Fact]
    public async Task makes_up_for_a_year_of_missed_runs_by_one_that_knows_it_is_late()
    {
        await using TestHost host = await Start(typeof(Minutely));

        await host.Pass(TimeSpan.FromDays(365) + TimeSpan.FromSeconds(30));

        runs.Should().Equal("09:00 late, next 09:01");
    }

    [Fact]
    public async Task follows_a_setting()
    {
        await using TestHost host = await Start(typeof(BySetting));

        await host.Pass(TimeSpan.FromHours(1));

        runs.Should().Equal("10:00 on time, next 11:00");
    }

    [Fact]
    public async Task follows_a_span_of_time()
    {
        await using TestHost host = await Start(typeof(EveryTenMinutes));

        await host.Pass(TimeSpan.FromMinutes(10));
        await host.Pass(TimeSpan.FromMinutes(10));

        runs.Should().Equal("09:10 on time, next 09:20", "09:20 on time, next 09:30");
    }

    [Fact]
    public async Task can_run_when_the_host_starts()
    {
        await using TestHost host = await Start(typeof(AtStart));

        await host.Still();

        runs.Should().Equal("09:00 on time, next 00:00");
    }

    [Fact]
    public async Task goes_on_after_a_run_that_failed()
    {
        await using TestHost host = await Start(typeof(Failing));

        await host.Pass(TimeSpan.FromMinutes(1));
        await host.Pass(TimeSpan.FromMinutes(1));

        runs.Should().HaveCount(2);
    }

    [Fact]
    public async Task never_runs_twice_at_once()
    {
        await using TestHost host = await Start(typeof(Slow));

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await runs.Begun.Task.WaitAsync(TestContext.Current.CancellationToken);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        runs.Should().HaveCount(1);
        runs.MayEnd.SetResult();
        await host.Still();
        await host.Pass(TimeSpan.FromMinutes(1));

        runs.Should().Equal("09:01 on time, next 09:02", "09:06 late, next 09:07", "09:07 on time, next 09:08");
    }

    [Theory]
    [InlineData("0 */5 * * * *", "2026-11-02T09:05:00Z")]
    [InlineData("30 9 * * 1-5", "2026-11-02T09:30:00Z")]
    [InlineData("0 0 0 1 1 *", "2027-01-01T00:00:00Z")]
    [InlineData("06:00:00", "2026-11-02T15:00:00Z")]
    public void has_a_schedule_of_five_fields_or_six_or_a_span(string schedule, string next) =>
        TimerSchedule.Parse(schedule).Next(DateTimeOffset.Parse("2026-11-02T09:00:00Z", null))
            .Should().Be(DateTimeOffset.Parse(next, null));

    private Task<TestHost> Start(Type function) => TestHost.Start(
        new HostPlan { Settings = new() { ["Hourly"] = "0 0 * * * *" }, Services = services => services.AddSingleton(runs) }, function);

    public sealed class Runs : ConcurrentQueue<string>
    {
        public TaskCompletionSource Begun { get; } = new();

        public TaskCompletionSource MayEnd { get; } = new();

        public void Add(TimerInfo timer, TimeProvider clock) => Enqueue(
            $"{clock.GetUtcNow():HH:mm} {(timer.IsPastDue ? "late" : "on time")}, next {timer.ScheduleStatus!.Next:HH:mm}");
    }

    public sealed class Minutely(Runs runs, TimeProvider clock)
    {
        [Function("Minutely")]
        public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => runs.Add(timer, clock);
    }

    public sealed class BySetting(Runs runs, TimeProvider clock)
    {
        [Function("BySetting")]
        public void Run([TimerTrigger("%Hourly%")] TimerInfo timer) => runs.Add(timer, clock);
    }

    public sealed class EveryTenMinutes(Runs runs, TimeProvider clock)
    {
        [Function("EveryTenMinutes")]
        public void Run([TimerTrigger("00:10:00")] TimerInfo timer) => runs.Add(timer, clock);
    }

    public sealed class AtStart(Runs runs, TimeProvider clock)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger("0 0 0 * * *", RunOnStartup = true)] TimerInfo timer) => runs.Add(timer, clock);
    }

    public sealed class Failing(Runs runs, TimeProvider clock)
    {
        [Function("Failing")]
        public void Run([TimerTrigger("* * * * *")] TimerInfo timer)
        {
            runs.Add(timer, clock);
            throw new InvalidOperationException("It fails every time.");
        }
    }

    public sealed class Slow(Runs runs, TimeProvider clock)
    {
        [Function("Slow")]
        public Task Run([TimerTrigger("* * * * *")] TimerInfo timer)
        {
            runs.Add(timer, clock);
            runs.Begun.TrySetResult();
            return runs.MayEnd.Task;
        }
    }
}
