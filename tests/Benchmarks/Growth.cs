using System.Globalization;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>The same burst among more and more items that wait: what it loses by that.</summary>
internal static class Growth
{
    public static async Task Measure(Waiting waiting, int burst, IReadOnlyList<int> sizes, Figures figures)
    {
        // Unmeasured, until the runtime has compiled for good what a host compiles in its first minutes. A handful says nothing either way.
        if (sizes[0] >= 1_000)
        {
            await Among(waiting, burst, sizes[0], new());
        }

        List<double> rates = [];
        foreach (int size in sizes)
        {
            rates.Add(await Among(waiting, burst, size, figures));
        }

        figures.Add(string.Create(CultureInfo.InvariantCulture, $"the rate among {sizes[^1]:#,0} as a share of that among {sizes[0]:#,0}"), rates[^1] / rates[0], "");
    }

    /// <returns>Rungs decided per second.</returns>
    private static async Task<double> Among(Waiting waiting, int burst, int size, Figures figures)
    {
        await using Store store = await waiting.Of(size);
        await using App app = await App.Start(store, new(Waiting.Later));
        await Crowd.Register(app, "growth", burst, Burst.ItemsPerAgreement, _ => Burst.DueOn);
        Spread late = await Burst.Come(app, burst);
        figures.Add(
            string.Create(CultureInfo.InvariantCulture, $"{store.Name}: {burst:#,0} items due at one moment, {size:#,0} waiting: rungs decided"), burst / late.Max, "/s",
            string.Create(CultureInfo.InvariantCulture, $"late: {late.Percentile(50):0.0} s, 99 of 100 {late.Percentile(99):0.0} s; {app.Traffic.Requests / (double)burst:0.0} requests each"));
        return burst / late.Max;
    }
}
