using FollowUp.Notices;
using FollowUp.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Following;

/// <summary>Writes down what became of a letter, and starts what follows from it.</summary>
public sealed class MarkPost(Mailroom mailroom, TimeProvider clock)
{
    [Function(nameof(MarkPost))]
    public async Task Run([ActivityTrigger] Delivered delivered, [DurableClient] DurableTaskClient clocks, CancellationToken cancel)
    {
        Instant now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        foreach (Post post in await mailroom.Mark(delivered.Post, delivered.Refusal, now, cancel))
        {
            await clocks.Start(post, cancel);
        }
    }
}
