using FollowUp.AzureEngine;
using FollowUp.Benchmarks.Rig;
using FollowUp.Ledger;
using FollowUp.Scheduling;
using FollowUp.Values;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Benchmarks;

/// <summary>
/// The letters of one minute on Azure's engine, from the end of the minute until all are sent and marked: each by an orchestration of its
/// own, as earlier versions had it, and all by one. In turn, over one Azurite; a pair begins with the side with which the last one ended.
/// </summary>
internal static class LetterBenchmark
{
    private const double EngineRequestsMax = 4, RequestsMax = 12, FasterMin = 5;

    /// <summary>A handful shares little, and says nothing about speed.</summary>
    private const int LettersMin = 50;

    private static readonly string Minute = Slot.FromInstant(Instant.FromDateTimeOffset(BurstBenchmark.Moment));

    private delegate Task Recipe(DurableTaskClient client, int letters);

    public static async Task Measure(int letters, int pairs, Report report)
    {
        await using Azurite azurite = await Azurite.Start();
        for (int pair = 1; pair <= pairs; pair++)
        {
            Figures[] sides = [default!, default!];
            foreach (int side in pair % 2 == 1 ? [0, 1] : new[] { 1, 0 })
            {
                await using Store store = Store.EmulatorAt(azurite.NewAccount());
                sides[side] = await Measure(store, letters, side == 0 ? StartEach : StartAll);
                await LedgerCheck.RequireSent(store, letters);
            }

            Add($"pair {pair}", sides[0], sides[1], letters >= LettersMin, report);
        }
    }

    private static void Add(string pair, Figures each, Figures all, bool counts, Report report)
    {
        report.Add($"{pair}, an orchestration each: letters sent and marked", each.Rate, "/s");
        report.Add($"{pair}, an orchestration each: requests of the engine for a letter", each.Engine, "", $"{each.All:0.0} in all");
        report.AddWithTarget(
            $"{pair}, one orchestration: letters, times as many", all.Rate / each.Rate, "", Target.AtLeast(FasterMin), counts);
        report.Add($"{pair}, one orchestration: letters sent and marked", all.Rate, "/s");
        report.AddWithTarget(
            $"{pair}, one orchestration: requests of the engine for a letter", all.Engine, "", Target.AtMost(EngineRequestsMax), counts);
        report.AddWithTarget($"{pair}, one orchestration: in all", all.All, "", Target.AtMost(RequestsMax), counts);
    }

    private static async Task<Figures> Measure(Store store, int letters, Recipe start)
    {
        bool isWithheld = false;
        EnginePlan plan = EngineComparison.PlanFor(store) with
        {
            Withholds = name => isWithheld && name is OrchestrationNames.DeliverLetters or OrchestrationNames.DeliverPost,
        };
        await using AppHost app = await AppHost.Start(store, new(BurstBenchmark.Assigned), plan);
        await BulkRegistration.Register(app, "letters", letters, BurstBenchmark.ItemsPerAgreement, _ => BurstBenchmark.DueOn);
        isWithheld = true;
        await BurstBenchmark.AdvanceToMoment(app);
        await BurstBenchmark.WaitUntilDecided(app, letters);
        await app.WaitUntilIdle();
        isWithheld = false;
        await start(app.Azure!.Client, letters);

        // As the rig holds it back, a start costs what it does only when its moment comes.
        (int engine, int tables) = (app.Azure.Requests, app.Traffic.Requests);
        await BurstBenchmark.WaitUntilDelivered(app, letters);
        (engine, tables) = (app.Azure.Requests - engine, app.Traffic.Requests - tables);
        double seconds = (app.Traffic.Marked.Times.Max() - app.Letters.Arrived.Min(letter => letter.At)).TotalSeconds;
        return new(letters / seconds, engine / (double)letters, (engine + tables) / (double)letters);
    }

    private static async Task StartEach(DurableTaskClient client, int letters)
    {
        foreach (int n in Enumerable.Range(0, letters))
        {
            await client.Start(new LetterKey(SampleData.Owner(n), Minute), CancellationToken.None);
        }
    }

    private static Task StartAll(DurableTaskClient client, int letters) =>
        client.Start(new SlotLetters(Minute), CancellationToken.None);

    /// <param name="Rate">Letters a second, from the first that arrives until the last is marked.</param>
    /// <param name="Engine">Requests of the engine for a letter.</param>
    /// <param name="All">With those of the app.</param>
    private sealed record Figures(double Rate, double Engine, double All);
}
