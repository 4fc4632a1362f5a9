using System.Globalization;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>The same burst among more and more items that wait: what it loses by that.</summary>
internal static class ScalingBenchmark
{
    public static async Task Measure(WaitingStores waiting, int burst, IReadOnlyList<int> sizes, Report report)
    {
        // Unmeasured, until the runtime has compiled for good what a host compiles in its first minutes. A handful says nothing either way.
        if (sizes[0] >= 1_000)
        {
            await MeasureAmong(waiting, burst, sizes[0], new());
        }

        List<double> rates = [];
        foreach (int size in sizes)
        {
            rates.Add(await MeasureAmong(waiting, burst, size, report));
        }

        report.Add(
            string.Create(CultureInfo.InvariantCulture, $"the rate among {sizes[^1]:#,0} as a share of that among {sizes[0]:#,0}"),
            rates[^1] / rates[0], "");
    }

    /// <returns>Rungs decided per second.</returns>
    private static async Task<double> MeasureAmong(WaitingStores waiting, int burst, int size, Report report)
    {
        await using Store store = await waiting.Open(size);
        await using AppHost app = await AppHost.Start(store, new(WaitingStores.Later));
        await BulkRegistration.Register(app, "growth", burst, BurstBenchmark.ItemsPerAgreement, _ => BurstBenchmark.DueOn);
        Distribution late = await BurstBenchmark.RunUntilDecided(app, burst);
        CultureInfo culture = CultureInfo.InvariantCulture;
        double requests = app.Traffic.Requests / (double)burst;
        report.Add(
            string.Create(culture, $"{store.Name}: {burst:#,0} items due at one moment, {size:#,0} waiting: rungs decided"),
            burst / late.Max, "/s",
            string.Create(
                culture, $"late: {late.Percentile(50):0.0} s, 99 of 100 {late.Percentile(99):0.0} s; {requests:0.0} requests each"));
        return burst / late.Max;
    }
}
