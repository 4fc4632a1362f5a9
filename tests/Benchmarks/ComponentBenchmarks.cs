namespace FollowUp.Benchmarks;

/// <summary>What the store, the engine and the timetable can do alone.</summary>
internal static class ComponentBenchmarks
{
    public static async Task Measure(CommandLine commandLine, Report report)
    {
        if (!commandLine.WantsComponents)
        {
            return;
        }

        // What needs no store can be measured without one.
        if (!commandLine.OnlyTimetables)
        {
            await OverStores(commandLine, report);
        }

        if (commandLine.OverEmulator)
        {
            TimetableBenchmark.Measure(commandLine.IsSmoke ? 500 : 20_000, report);
        }
    }

    private static async Task OverStores(CommandLine commandLine, Report report)
    {
        bool smoke = commandLine.IsSmoke;
        if (commandLine.OverEmulator)
        {
            await using Store emulator = await Store.Emulator();
            double raw = await TableBenchmark.Measure(emulator, smoke ? 20 : 2_000, report);
            int[] counts = smoke ? [10] : [200, 1_000];
            await OrchestrationBenchmark.Measure(emulator, TableBenchmark.AtOnce, counts, raw, OrchestrationBenchmark.EmulatorMin, report);
        }

        if (commandLine.OverFile)
        {
            await using Store file = Store.File();
            double shared = await TableBenchmark.Measure(file, smoke ? 20 : 4_000, report);
            await TableBenchmark.MeasureSingles(file, smoke ? 20 : 20_000, report);
            await OrchestrationBenchmark.Measure(file, TableBenchmark.AtOnce, smoke ? [10] : [1_000], shared, 0, report);
            int[] counts = smoke ? [10] : [2_000, 5_000];
            await OrchestrationBenchmark.Measure(file, 64, counts, shared, OrchestrationBenchmark.FileMin, report);
        }
    }
}
