using FollowUp.Ledger;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Orchestrations;

/// <summary>Tries a letter that goes on by itself.</summary>
public sealed class SendLetter(LetterSender sender)
{
    [Function(nameof(SendLetter))]
    public Task<Tried> Run([ActivityTrigger] LetterKey key, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        sender.Send(key, client, cancel);
}
