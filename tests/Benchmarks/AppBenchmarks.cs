using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>What the whole app can do, over each store that was asked for.</summary>
internal sealed class AppBenchmarks(CommandLine commandLine, Report report)
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private bool IsSmoke => commandLine.IsSmoke;

    public async Task Measure()
    {
        string folder = commandLine.Keep ?? Directory.CreateTempSubdirectory("followup-kept-").FullName;
        try
        {
            if (commandLine.OverFile)
            {
                await MeasureBurst(() => Task.FromResult(Store.File()));
                await ComparePeers();
                await MeasureAmong(new(folder, isFile: true, report), commandLine.Items(IsSmoke ? 100 : 100_000));
            }

            if (commandLine.OverEmulator)
            {
                await MeasureBurst(Store.Emulator);
                await CompareEngines();
            }

            // An emulator takes an hour to be filled as far as a file is, and forgets it: only where nothing else was asked for.
            if (commandLine.OverEmulator && !commandLine.OverFile)
            {
                await MeasureAmong(new(folder, isFile: false, report), commandLine.Items(IsSmoke ? 100 : 10_000));
            }
        }
        finally
        {
            if (commandLine.Keep is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task MeasureBurst(Func<Task<Store>> open)
    {
        if (commandLine.Wants("--burst"))
        {
            await using Store store = await open();
            await BurstBenchmark.Measure(store, commandLine.Items(IsSmoke ? 50 : 10_000), commandLine.IsCold, commandLine.Wakes, report);
        }
    }

    private async Task CompareEngines()
    {
        if (commandLine.Wants("--azure-engine"))
        {
            await EngineComparison.Measure(commandLine.Items(IsSmoke ? 5 : 100), report);
        }

        if (commandLine.Wants("--letters-on-azure"))
        {
            await LetterBenchmark.Measure(commandLine.Items(IsSmoke ? 11 : 100), pairs: IsSmoke ? 1 : 3, report);
        }
    }

    private async Task ComparePeers()
    {
        if (commandLine.Wants("--peers"))
        {
            await PeerComparison.Measure(commandLine.Items(IsSmoke ? 30 : 10_000), turns: IsSmoke ? 1 : 5, report);
        }
    }

    /// <summary>What is measured among others that wait.</summary>
    private async Task MeasureAmong(WaitingStores waiting, int items)
    {
        int[] sizes = IsSmoke ? [items] : [.. new[] { 1_000, 10_000, items }.Where(size => size <= items).Distinct()];
        if (commandLine.Wants("--idle") && commandLine.OverFile)
        {
            await IdleBenchmark.Measure(waiting, items, IsSmoke ? Moment : Minute, report);
        }

        if (commandLine.Wants("--lateness"))
        {
            await using Store store = await waiting.Open(items);
            await LatenessBenchmark.Measure(store, items, IsSmoke ? 3 : 50, report);
        }

        if (commandLine.Wants("--reads"))
        {
            await ReadBenchmark.Measure(waiting, sizes, report);
        }

        if (commandLine.Wants("--growth"))
        {
            await ScalingBenchmark.Measure(waiting, IsSmoke ? 20 : 1_000, sizes, report);
        }
    }
}
