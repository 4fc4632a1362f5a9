using System.Globalization;
using FollowUp.Scheduling;

namespace FollowUp.Benchmarks.Rig;

/// <summary>Many items, registered over HTTP as anybody would, and told to their owners.</summary>
static class Crowd
{
    const int CallersAtOnce = 4;

    /// <summary>Registers them, and lets the letters go out that say so.</summary>
    /// <returns>How long the registering took.</returns>
    public static async Task<TimeSpan> Register(App app, string name, int items, int itemsPerAgreement, Func<int, string> dueOn)
    {
        await app.Post("/api/registers", Ministry.Register);
        DateTimeOffset begun = TimeProvider.System.GetUtcNow();
        int agreements = (items + itemsPerAgreement - 1) / itemsPerAgreement;
        await Parallel.ForAsync(0, agreements, new ParallelOptions { MaxDegreeOfParallelism = CallersAtOnce }, async (n, cancel) =>
        {
            int from = n * itemsPerAgreement;
            string id = string.Create(CultureInfo.InvariantCulture, $"{name}-{n:D4}");
            await app.Post("/api/agreements", Ministry.Agreement(id, Math.Min(itemsPerAgreement, items - from), item => dueOn(from + item)));
        });
        await app.Still();
        TimeSpan took = TimeProvider.System.GetUtcNow() - begun;

        // The minute in which they were assigned is over, and the letters go out.
        app.Clock.PutForward(app.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await app.Still();

        // A notice that came into its bag just after the letter went is the sweep's.
        app.Clock.PutForward(app.Clock.GetUtcNow() + TimeSpan.FromMinutes(3));
        await app.Still();
        app.Clock.PutForward(app.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await app.Still();
        return took;
    }

    /// <summary>Their clocks look again, all of them so many times one after the other.</summary>
    public static async Task Wake(App app, string name, int items, int itemsPerAgreement, int times)
    {
        for (int time = 0; time < times; time++)
        {
            await Task.WhenAll(Enumerable.Range(0, items).Select(n => app.Clocks.Wake(
                new(string.Create(CultureInfo.InvariantCulture, $"{name}-{n / itemsPerAgreement:D4}"), Ministry.Item(n % itemsPerAgreement)), CancellationToken.None)));
            await app.Still();
        }
    }
}
