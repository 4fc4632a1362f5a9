using System.Globalization;
using FollowUp.Benchmarks;

bool smoke = args.Contains("--smoke");
Figures figures = new();
string[] whole = ["--burst"];
if (args.Intersect(whole).Any())
{
    await OfTheWholeApp();
}
else
{
    await OfItsParts();
}

figures.Print(Console.Out);
return figures.AllHold ? 0 : 1;

async Task OfTheWholeApp()
{
    foreach (Func<Task<Store>> open in Stores())
    {
        await using Store store = await open();
        if (args.Contains("--burst"))
        {
            await Burst.Measure(store, Items(smoke ? 50 : 10_000), args.Contains("--cold"), figures);
        }
    }
}

IEnumerable<Func<Task<Store>>> Stores()
{
    if (!args.Contains("--azurite"))
    {
        yield return () => Task.FromResult(Store.File());
    }

    if (!args.Contains("--sqlite"))
    {
        yield return Store.Emulator;
    }
}

int Items(int otherwise) => Array.IndexOf(args, "--items") is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

async Task OfItsParts()
{
    // What needs no store can be measured without one.
    if (!args.Contains("--timetables"))
    {
        if (!args.Contains("--sqlite"))
        {
            await using Store emulator = await Store.Emulator();
            double raw = await TableTransactions.Measure(emulator, smoke ? 20 : 2_000, figures);
            await Orchestrations.Measure(emulator, TableTransactions.AtOnce, smoke ? [10] : [200, 1_000], raw, Orchestrations.EmulatorMin, figures);
        }

        await using Store file = Store.File();
        double shared = await TableTransactions.Measure(file, smoke ? 20 : 4_000, figures);
        await TableTransactions.MeasureSingles(file, smoke ? 20 : 20_000, figures);
        await Orchestrations.Measure(file, TableTransactions.AtOnce, smoke ? [10] : [1_000], shared, 0, figures);
        await Orchestrations.Measure(file, 64, smoke ? [10] : [2_000, 5_000], shared, Orchestrations.FileMin, figures);
    }

    if (!args.Contains("--sqlite"))
    {
        Timetables.Measure(smoke ? 500 : 20_000, figures);
    }
}
