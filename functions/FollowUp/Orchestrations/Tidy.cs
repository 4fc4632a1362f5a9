using FollowUp.Operations;
using FollowUp.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Orchestrations;

/// <summary>
/// Every night, days that are over leave the catalogue where nothing of that day is open any more: else whoever asks what is late
/// would look, year by year, into more agreements where nothing is. So do orchestrations that have ended leave the hub, and items that
/// are closed the list of the full ones.
/// </summary>
public sealed class Tidy(AgreementIndex index, AgreementQueries queries, EndedInstances ended, FullItems full, TimeProvider clock)
{
    /// <summary>A day is written down before the item that is due then; retries included, that takes seconds.</summary>
    private static readonly Duration LongestWrite = Duration.FromHours(1);

    [Function(nameof(Tidy))]
    public async Task Run(
        [TimerTrigger("0 40 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        await TidyCatalogue(cancel);
        await full.RemoveClosed(cancel);
        await ended.Purge(client, cancel);
    }

    private async Task TidyCatalogue(CancellationToken cancel)
    {
        Instant now = clock.Now();
        List<DueDay> over = await index.DueBefore(now.InUtc().Date, cancel).Where(day => now - day.At > LongestWrite).ToListAsync(cancel);
        foreach (IGrouping<string, DueDay> its in over.GroupBy(day => day.Agreement))
        {
            HashSet<LocalDate> open =
                [.. (await queries.Unfinished(its.Key, cancel)).Where(item => item.IsOpen).Select(item => item.DueOn)];
            foreach (DueDay day in its.Where(day => !open.Contains(day.Day)))
            {
                await index.RemoveDueDay(day, cancel);
            }
        }
    }
}
