using FollowUp.Ledger;
using FollowUp.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Orchestrations;

/// <summary>Who has a letter in a minute.</summary>
/// <param name="Tried">What came of those that were tried with the gathering.</param>
/// <param name="Untried">Whose letters are still to be tried.</param>
/// <param name="Last">Where more have one, the last of these; else null.</param>
public sealed record GatheredLetters(IReadOnlyList<LetterDelivery> Tried, IReadOnlyList<string> Untried, string? Last);

/// <summary>
/// Finds out who has a letter in a minute. Where all of them fit into one batch, as in most minutes of most registers, it tries them too:
/// another activity would cost as much again.
/// </summary>
public sealed class GatherLetters(Outbox outbox, LetterSender sender)
{
    [Function(nameof(GatherLetters))]
    public async Task<GatheredLetters> Run(
        [ActivityTrigger] SlotLetters letters, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        SlotReaders readers = await outbox.ReadersOf(letters.Slot, letters.After, cancel);
        string? last = readers.HasMore ? readers.Recipients[^1] : null;
        return readers.Recipients.Count > LetterBatch.Size
            ? new([], readers.Recipients, last)
            : new(await sender.Send(new LetterBatch(letters.Slot, readers.Recipients), client, cancel), [], last);
    }
}
