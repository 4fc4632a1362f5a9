using System.Globalization;
using FollowUp.Scheduling;

namespace FollowUp.Benchmarks.Rig;

/// <summary>Many items, registered over HTTP as anybody would, and told to their owners.</summary>
internal static class BulkRegistration
{
    private const int CallersAtOnce = 4;

    /// <summary>Registers them, and lets the letters go out that say so.</summary>
    /// <returns>How long the registering took.</returns>
    public static async Task<TimeSpan> Register(AppHost app, string name, int items, int itemsPerAgreement, Func<int, string> dueOn)
    {
        await app.Post("/api/registers", SampleData.Register);
        DateTimeOffset begun = TimeProvider.System.GetUtcNow();
        int agreements = (items + itemsPerAgreement - 1) / itemsPerAgreement;
        await Parallel.ForAsync(0, agreements, new ParallelOptions { MaxDegreeOfParallelism = CallersAtOnce }, async (n, cancel) =>
        {
            int from = n * itemsPerAgreement;
            int count = Math.Min(itemsPerAgreement, items - from);
            await app.Post("/api/agreements", SampleData.Agreement(Agreement(name, n), count, item => dueOn(from + item)));
        });
        await app.WaitUntilIdle();
        TimeSpan took = TimeProvider.System.GetUtcNow() - begun;

        // The minute in which they were assigned is over, and the letters go out.
        app.Clock.AdvanceTo(app.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await app.WaitUntilIdle();

        // A notice that came into its bag just after the letter went is the sweep's.
        app.Clock.AdvanceTo(app.Clock.GetUtcNow() + TimeSpan.FromMinutes(3));
        await app.WaitUntilIdle();
        app.Clock.AdvanceTo(app.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await app.WaitUntilIdle();
        return took;
    }

    /// <summary>Their clocks look again, all of them so many times one after the other.</summary>
    public static async Task Wake(AppHost app, string name, int items, int itemsPerAgreement, int times)
    {
        for (int time = 0; time < times; time++)
        {
            await Task.WhenAll(Enumerable.Range(0, items).Select(n => app.DurableTask.Wake(
                new(Agreement(name, n / itemsPerAgreement), SampleData.Item(n % itemsPerAgreement)), CancellationToken.None)));
            await app.WaitUntilIdle();
        }
    }

    private static string Agreement(string name, int n) => string.Create(CultureInfo.InvariantCulture, $"{name}-{n:D4}");
}
