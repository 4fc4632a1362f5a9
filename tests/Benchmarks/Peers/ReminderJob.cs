using Quartz;

namespace FollowUp.Benchmarks.Peers;

/// <summary>What Quartz.NET runs for each reminder: it takes note of it, as cheaply as can be.</summary>
internal sealed class ReminderJob(FiredReminders fired) : IJob
{
    public static IJobDetail Detail => JobBuilder.Create<ReminderJob>().WithIdentity("remind").StoreDurably().Build();

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        fired.Record(context.Trigger.Key);
        return ValueTask.CompletedTask;
    }
}
