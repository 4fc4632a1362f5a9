namespace FollowUp.Benchmarks.Rig;

/// <summary>What this process uses from one moment on: memory at its highest, time on the processor, garbage.</summary>
internal sealed class ProcessUsage : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly ITimer timer;
    private readonly TimeSpan processorBefore = ProcessorTime;
    private readonly long allocatedBefore = GC.GetTotalAllocatedBytes();
    private readonly TimeSpan pausedBefore = GC.GetTotalPauseDuration();
    private long peak;

    public ProcessUsage() => timer = TimeProvider.System.CreateTimer(_ => Sample(), null, TimeSpan.Zero, Interval);

    public double PeakMegabytes => Math.Max(Interlocked.Read(ref peak), Environment.WorkingSet) / 1e6;

    public TimeSpan Processor => ProcessorTime - processorBefore;

    public double AllocatedKilobytes => (GC.GetTotalAllocatedBytes() - allocatedBefore) / 1e3;

    public TimeSpan Paused => GC.GetTotalPauseDuration() - pausedBefore;

    private static TimeSpan ProcessorTime => Environment.CpuUsage.TotalTime;

    /// <summary>Gives back what nobody needs any more, so that what comes is not measured with what was.</summary>
    public static void CollectGarbage() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    public void Dispose() => timer.Dispose();

    private void Sample()
    {
        long now = Environment.WorkingSet;
        for (long before = Interlocked.Read(ref peak); now > before; before = Interlocked.Read(ref peak))
        {
            Interlocked.CompareExchange(ref peak, now, before);
        }
    }
}
