using FollowUp.Benchmarks;
using FollowUp.LocalHost.Tests.Rig;

bool smoke = args.Contains("--smoke");
Figures figures = new();

// What needs no store can be measured without one.
if (!args.Contains("--timetables"))
{
    await using Azurite azurite = await Azurite.Start();
    double raw = await TableTransactions.Measure(azurite.ConnectionString, smoke ? 20 : 2_000, figures);
    await Orchestrations.Measure(azurite.ConnectionString, smoke ? [10] : [200, 1_000], raw, figures);
}

Timetables.Measure(smoke ? 500 : 20_000, figures);

figures.Print(Console.Out);
return figures.AllHold ? 0 : 1;
