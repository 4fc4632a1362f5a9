using System.Globalization;
using FollowUp.Benchmarks.Rig;
using Quartz;

namespace FollowUp.Benchmarks.Peers;

/// <summary>
/// Quartz.NET's side: one durable job, and for each reminder a trigger that fires once. It is recorded when its job runs: Quartz commits
/// the firing before that. It is finished once its trigger is deleted. The job writes nothing of its own, and no letter is composed.
/// </summary>
internal static class QuartzReminders
{
    public static async Task<PeerRun> Run(int items)
    {
        using QuartzStore store = QuartzStore.Create();
        AdjustableClock clock = new(BurstBenchmark.Assigned);
        FiredReminders fired = new(clock);
        DateTimeOffset finished;
        await using (StandaloneSchedulerFactory factory = store.BuildFactory(clock, fired))
        {
            IScheduler scheduler = await factory.GetScheduler();
            await scheduler.Start();
            await scheduler.ScheduleJob(ReminderJob.Detail, [.. Enumerable.Range(0, items).Select(Trigger)]);
            clock.AdvanceTo(BurstBenchmark.Moment - BurstBenchmark.LeadTime);
            ProcessUsage.CollectGarbage();
            await Polling.Until(() => fired.Count >= items, $"{items} triggers fired");
            await Polling.Until(() => store.CountTriggers() == 0, $"{items} triggers deleted");
            finished = clock.GetUtcNow();
        }

        fired.RequireOnce(items);
        return new(new(fired.Times.Select(SecondsLate)), SecondsLate(finished));
    }

    private static double SecondsLate(DateTimeOffset at) => (at - BurstBenchmark.Moment).TotalSeconds;

    private static ITrigger Trigger(int n)
    {
        string agreement = string.Create(CultureInfo.InvariantCulture, $"peers-{n / BurstBenchmark.ItemsPerAgreement:D4}");
        string item = SampleData.Item(n % BurstBenchmark.ItemsPerAgreement);
        return TriggerBuilder.Create().WithIdentity(item, agreement).StartAt(BurstBenchmark.Moment).Build();
    }
}
