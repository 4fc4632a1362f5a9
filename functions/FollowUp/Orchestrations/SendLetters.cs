using FollowUp.Ledger;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Orchestrations;

/// <summary>Tries some letters of one minute, side by side. Those that were dealt with before have nothing left to say.</summary>
public sealed class SendLetters(LetterSender sender)
{
    /// <returns>What came of each.</returns>
    [Function(nameof(SendLetters))]
    public Task<LetterDelivery[]> Run(
        [ActivityTrigger] LetterBatch batch, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        sender.Send(batch, client, cancel);
}
