using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks.Peers;

/// <summary>
/// FollowUp's side: the burst, in a file. A reminder is recorded once its line in the ledger and its place in the outbox are committed;
/// it is finished once the letter that has it was composed, given to the channel, and the line says so.
/// </summary>
internal static class FollowUpReminders
{
    public static async Task<PeerRun> Run(int items)
    {
        await using Store store = Store.File();
        PeerRun run;
        await using (AppHost app = await AppHost.Start(store, new(BurstBenchmark.Assigned)))
        {
            await BulkRegistration.Register(app, "peers", items, BurstBenchmark.ItemsPerAgreement, _ => BurstBenchmark.DueOn);
            Distribution late = await BurstBenchmark.RunUntilDecided(app, items);
            await BurstBenchmark.WaitUntilDelivered(app, items);

            // The rest of the minute, in which letters wait for more to be said in them, is nobody's work.
            TimeSpan letters = app.Traffic.Marked.Times.Max() - BurstBenchmark.LettersBegin;
            run = new(late, late.Max + letters.TotalSeconds);
        }

        await LedgerCheck.RequireSent(store, items);
        return run;
    }
}
