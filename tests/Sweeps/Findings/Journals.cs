using FollowUp.Journal;
using FollowUp.Storage;
using FollowUp.Sweeps.Rig;

namespace FollowUp.Sweeps.Findings;

/// <summary>Law 19: every journal is whole, and its head names its end.</summary>
public static class Journals
{
    public static async Task<IReadOnlyList<string>> Broken(Stage stage)
    {
        List<string> broken = [];
        foreach (var agreement in (await stage.All("Agreements")).GroupBy(row => row.PartitionKey))
        {
            List<Entry> entries = [.. agreement.Where(row => row.RowKey.StartsWith("journal|", StringComparison.Ordinal)).Select(Ledgers.Read<Entry>)];
            if (Chain.FindBreak(entries) is { } seq)
            {
                broken.Add($"the journal of {agreement.Key} is broken at {seq}");
            }

            if (agreement.FirstOrDefault(row => row.RowKey == "agreement") is not { } head || entries is not [.., var last]
                || head.GetInt32("JournalSeq") != last.Seq || head.GetString("JournalHash") != last.Hash)
            {
                broken.Add($"the head of {agreement.Key} names another end of its journal");
            }
        }

        return broken;
    }
}
