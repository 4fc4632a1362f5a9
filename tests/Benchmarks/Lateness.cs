using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>
/// One item comes due while so many others wait: how late its rung is in the ledger. Each has a plan whose hour is some minutes
/// after the one before, and the clock is put forward to shortly before.
/// </summary>
internal static class Lateness
{
    /// <summary>Time for the letter of the one before.</summary>
    private const int MinutesApart = 3;

    private static readonly DateTimeOffset First = new(2020, 5, 12, 10, 0, 0, Ministry.Offset);

    public static async Task Measure(Store store, int waiting, int times, Figures figures)
    {
        await using App app = await App.Start(store, new(Waiting.Later));
        await Register(app, times);
        app.Traffic.Forget();
        List<double> late = [];
        for (int n = 0; n < times; n++)
        {
            DateTimeOffset moment = MomentOf(n);
            // Anywhere in the second before: what a beat or a sweep costs falls on some of them.
            app.Clock.PutForward(moment - TimeSpan.FromSeconds(0.3 + (n * 0.618 % 1)));
            int decided = n + 1;
            await Patience.Until(() => app.Traffic.Decided.Count >= decided, $"rung {decided} decided");
            late.Add((app.Traffic.Decided.Moments[n] - moment).TotalMilliseconds);
        }

        Spread spread = new(late);
        string name = $"{store.Name}: one item due among {waiting.ToString("#,0", CultureInfo.InvariantCulture)} waiting, {times} times";
        figures.Add($"{name}: late, half of them", spread.Percentile(50), "ms");
        figures.Goal("late: 99 of 100", spread.Percentile(99), "ms", Goal.AtMost(2_000), waiting >= 100_000);
        figures.Add("late: the worst", spread.Max, "ms");
    }

    private static DateTimeOffset MomentOf(int n) => First.AddMinutes(MinutesApart * n);

    private static async Task Register(App app, int times)
    {
        JsonObject register = new() { ["plans"] = new JsonArray([.. Enumerable.Range(0, times).Select(Plan)]) };
        await app.Post("/api/registers", register);
        JsonObject agreement = Ministry.Agreement("lateness", times, _ => Burst.DueOn);
        for (int n = 0; n < times; n++)
        {
            agreement["items"]![n]!["plan"] = PlanId(n);
        }

        await app.Post("/api/agreements", agreement);
        await app.Still();
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

    private static JsonNode Rung(string id, string offset) => new JsonObject { ["id"] = id, ["offset"] = offset, ["to"] = new JsonArray("owner") };
}
