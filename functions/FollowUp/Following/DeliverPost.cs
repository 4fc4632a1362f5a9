using System.Globalization;
using FollowUp.Notices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUp.Following;

/// <summary>A letter that was tried, and why it will never arrive; null when it went out.</summary>
public sealed record Delivered(Post Post, string? Refusal);

/// <summary>
/// One letter for one person and slot: wait until the slot's minute is over, so that everything decided in it is in the bag;
/// pack, send, mark.
/// </summary>
public static class DeliverPost
{
    /// <summary>More than this many letters of a hundred notices to one person in one minute is a fault, not a workload.</summary>
    private const int LettersMax = 20;

    [Function(nameof(DeliverPost))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, Post post)
    {
        await context.CreateTimer(EndOf(post.Slot), CancellationToken.None);
        for (int letters = 0; letters < LettersMax; letters++)
        {
            if (!await context.CallActivityAsync<bool>(nameof(PackLetter), post, Patience.WithTheStore))
            {
                return;
            }

            string? refusal = await Send(context, post);
            await context.CallActivityAsync(nameof(MarkPost), new Delivered(post, refusal), Patience.WithTheStore);
        }
    }

    private static async Task<string?> Send(TaskOrchestrationContext context, Post post)
    {
        try
        {
            return await context.CallActivityAsync<string?>(nameof(SendLetter), post, Patience.WithTheMail);
        }
        catch (TaskFailedException failure)
        {
            return $"it could not be handed over in five days of trying ({failure.FailureDetails.ErrorType})";
        }
    }

    private static DateTime EndOf(string slot) =>
        DateTime.ParseExact(slot, "yyyyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal).AddMinutes(1);
}
