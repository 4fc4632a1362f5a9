using FollowUp.Scheduling;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Orchestrations;

/// <summary>
/// Has each of some letters go on by itself from where it came with the others. One that does so already, since the sweep started it, goes
/// on as it is.
/// </summary>
public static class RetryLetters
{
    [Function(nameof(RetryLetters))]
    public static async Task Run(
        [ActivityTrigger] LetterDelivery[] letters, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        foreach (LetterDelivery letter in letters)
        {
            await client.Start(letter.Key, letter, cancel);
        }
    }
}
