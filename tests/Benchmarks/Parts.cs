namespace FollowUp.Benchmarks;

/// <summary>What the store, the engine and the timetable can do alone.</summary>
internal static class Parts
{
    public static async Task Measure(Choice choice, Figures figures)
    {
        if (!choice.Parts)
        {
            return;
        }

        // What needs no store can be measured without one.
        if (!choice.OnlyTimetables)
        {
            await OverStores(choice, figures);
        }

        if (choice.OverEmulator)
        {
            Timetables.Measure(choice.IsSmoke ? 500 : 20_000, figures);
        }
    }

    private static async Task OverStores(Choice choice, Figures figures)
    {
        bool smoke = choice.IsSmoke;
        if (choice.OverEmulator)
        {
            await using Store emulator = await Store.Emulator();
            double raw = await TableTransactions.Measure(emulator, smoke ? 20 : 2_000, figures);
            await Orchestrations.Measure(emulator, TableTransactions.AtOnce, smoke ? [10] : [200, 1_000], raw, Orchestrations.EmulatorMin, figures);
        }

        if (choice.OverFile)
        {
            await using Store file = Store.File();
            double shared = await TableTransactions.Measure(file, smoke ? 20 : 4_000, figures);
            await TableTransactions.MeasureSingles(file, smoke ? 20 : 20_000, figures);
            await Orchestrations.Measure(file, TableTransactions.AtOnce, smoke ? [10] : [1_000], shared, 0, figures);
            await Orchestrations.Measure(file, 64, smoke ? [10] : [2_000, 5_000], shared, Orchestrations.FileMin, figures);
        }
    }
}
