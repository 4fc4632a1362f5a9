using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>
/// One item comes due while so many others wait: how late its rung is in the ledger. Each has a plan whose hour is some minutes
/// after the one before, and the clock is put forward to shortly before.
/// </summary>
internal static class LatenessBenchmark
{
    /// <summary>Time for the letter of the one before.</summary>
    private const int MinutesApart = 3;

    private static readonly DateTimeOffset First = new(2020, 5, 12, 10, 0, 0, SampleData.Offset);

    public static async Task Measure(Store store, int waiting, int times, Report report)
    {
        await using AppHost app = await AppHost.Start(store, new(WaitingStores.Later));
        await Register(app, times);
        app.Traffic.Reset();
        List<double> late = [];
        for (int n = 0; n < times; n++)
        {
            DateTimeOffset moment = MomentOf(n);
            // Anywhere in the second before: what a beat or a sweep costs falls on some of them.
            app.Clock.AdvanceTo(moment - TimeSpan.FromSeconds(0.3 + (n * 0.618 % 1)));
            int decided = n + 1;
            await Polling.Until(() => app.Traffic.Decided.Count >= decided, $"rung {decided} decided");
            late.Add((app.Traffic.Decided.Times[n] - moment).TotalMilliseconds);
        }

        Distribution spread = new(late);
        string name = $"{store.Name}: one item due among {waiting.ToString("#,0", CultureInfo.InvariantCulture)} waiting, {times} times";
        report.Add($"{name}: late, half of them", spread.Percentile(50), "ms");
        report.AddWithTarget("late: 99 of 100", spread.Percentile(99), "ms", Target.AtMost(2_000), waiting >= 100_000);
        report.Add("late: the worst", spread.Max, "ms");
    }

    private static DateTimeOffset MomentOf(int n) => First.AddMinutes(MinutesApart * n);

    private static async Task Register(AppHost app, int times)
    {
        JsonObject register = new() { ["plans"] = new JsonArray([.. Enumerable.Range(0, times).Select(Plan)]) };
        await app.Post("/api/registers", register);
        JsonObject agreement = SampleData.Agreement("lateness", times, _ => BurstBenchmark.DueOn);
        for (int n = 0; n < times; n++)
        {
            agreement["items"]![n]!["plan"] = PlanId(n);
        }

        await app.Post("/api/agreements", agreement);
        await app.WaitUntilIdle();
    }

    private static string PlanId(int n) => $"at-{MomentOf(n):HHmm}";

    /// <summary>No receipt is asked for: the month before is the first that is heard of it.</summary>
    private static JsonNode Plan(int n) => new JsonObject
    {
        ["id"] = PlanId(n),
        ["hour"] = MomentOf(n).ToString("HH:mm", CultureInfo.InvariantCulture),
        ["ladders"] = new JsonArray(new JsonObject
        {
            ["ladder"] = "due",
            ["rungs"] = new JsonArray(Rung("month", "-30cd"), Rung("week", "-7cd"), Rung("day", "0")),
        }),
    };

    private static JsonNode Rung(string id, string offset) =>
        new JsonObject { ["id"] = id, ["offset"] = offset, ["to"] = new JsonArray("owner") };
}
