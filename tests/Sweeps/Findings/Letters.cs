using FollowUp.Ledger;
using FollowUp.Simulation.Worlds;
using FollowUp.Sweeps.Rig;

namespace FollowUp.Sweeps.Findings;

/// <summary>
/// Every notice that the ledger says was sent is in one letter, and no other notice is in any. That letter arrives once, or again
/// where its host was killed between sending it and writing that down.
/// </summary>
public static class Letters
{
    public static async Task<IReadOnlySet<string>> Sent(Stage stage) =>
        (await Ledgers.Of(stage)).Where(row => row.Value.State == NoticeState.Sent).Select(row => row.Key).ToHashSet();

    public static async Task<IReadOnlyList<string>> Broken(Stage stage, IReadOnlySet<string> sentBefore)
    {
        List<string> broken = [];
        Dictionary<string, string> tellers = [];
        IReadOnlyList<Arrival> arrived = stage.Mailbox.Arrived;
        foreach (IGrouping<string, int> copies in Enumerable.Range(0, arrived.Count).GroupBy(n => arrived[n].Letter.MessageId))
        {
            List<string> notices =
                [.. arrived[copies.First()].Letter.Notices.Select(notice => Ledgers.Name(notice.Of.Agreement, notice.Of.Key))];
            broken.AddRange(
                notices.Where(notice => !tellers.TryAdd(notice, copies.Key))
                    .Select(notice => $"{notice} is told by {tellers[notice]} and by {copies.Key}"));
            broken.AddRange(
                copies.Zip(copies.Skip(1)).Where(two => !IsForgiven(stage, two.First, two.Second, notices))
                    .Select(_ => $"{copies.Key} came again for nothing: {string.Join(", ", notices)}"));
        }

        IReadOnlySet<string> sent = await Sent(stage);
        broken.AddRange(tellers.Keys.Except(sent).Select(notice => $"{notice} is told, and the ledger does not say so"));
        broken.AddRange(
            sent.Except(sentBefore).Except(tellers.Keys).Select(notice => $"{notice} is said to be sent, and no letter tells it"));
        return broken;
    }

    private static bool IsForgiven(Stage stage, int first, int second, List<string> notices) =>
        stage.Kills.Any(kill => first < kill.Letters && kill.Letters <= second && notices.TrueForAll(kill.Planned.Contains));
}
