using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>What the whole app can do, over each store that was asked for.</summary>
internal sealed class Whole(Choice choice, Figures figures)
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private bool IsSmoke => choice.IsSmoke;

    public async Task Measure()
    {
        string folder = choice.Keep ?? Directory.CreateTempSubdirectory("followup-kept-").FullName;
        try
        {
            if (choice.OverFile)
            {
                await Bursts(() => Task.FromResult(Store.File()));
                await Among(new(folder, isFile: true, figures), choice.Items(IsSmoke ? 100 : 100_000));
            }

            if (choice.OverEmulator)
            {
                await Bursts(Store.Emulator);
                await BothEngines();
            }

            // An emulator takes an hour to be filled as far as a file is, and forgets it: only where nothing else was asked for.
            if (choice.OverEmulator && !choice.OverFile)
            {
                await Among(new(folder, isFile: false, figures), choice.Items(IsSmoke ? 100 : 10_000));
            }
        }
        finally
        {
            if (choice.Keep is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task Bursts(Func<Task<Store>> open)
    {
        if (choice.Wants("--burst"))
        {
            await using Store store = await open();
            await Burst.Measure(store, choice.Items(IsSmoke ? 50 : 10_000), choice.IsCold, choice.Wakes, figures);
        }
    }

    private async Task BothEngines()
    {
        if (choice.Wants("--azure-engine"))
        {
            await Engines.Measure(choice.Items(IsSmoke ? 5 : 100), figures);
        }
    }

    /// <summary>What is measured among others that wait.</summary>
    private async Task Among(Waiting waiting, int items)
    {
        int[] sizes = IsSmoke ? [items] : [.. new[] { 1_000, 10_000, items }.Where(size => size <= items).Distinct()];
        if (choice.Wants("--idle") && choice.OverFile)
        {
            await Idle.Measure(waiting, items, IsSmoke ? Moment : Minute, figures);
        }

        if (choice.Wants("--lateness"))
        {
            await using Store store = await waiting.Of(items);
            await Lateness.Measure(store, items, IsSmoke ? 3 : 50, figures);
        }

        if (choice.Wants("--reads"))
        {
            await Reads.Measure(waiting, sizes, figures);
        }

        if (choice.Wants("--growth"))
        {
            await Growth.Measure(waiting, IsSmoke ? 20 : 1_000, sizes, figures);
        }
    }
}
