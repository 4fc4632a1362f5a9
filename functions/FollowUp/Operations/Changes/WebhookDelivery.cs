using FollowUp.Changes;
using FollowUp.Concurrency;
using FollowUp.Delivery.Webhooks;
using FollowUp.Storage;
using FollowUp.Webhooks;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Operations.Changes;

/// <summary>
/// Tells webhooks what stands in the log beyond what they have taken: each in the order of the log, and nothing before what comes first was
/// taken. How far it was told stands in its row, and is moved on after each post: a host that dies in between tells that one again, and
/// leaves none out.
/// </summary>
public sealed partial class WebhookDelivery(
    WebhookStore webhooks, ChangeFeed feed, WebhookPosts posts, WebhookSender sender, TimeProvider clock, ILogger<WebhookDelivery> log)
{
    /// <summary>One that is slow must not hold up the others.</summary>
    private const int AtOnce = 8;

    /// <summary>With a last answer of fifteen seconds a minute: the next run also brings what is new into the log.</summary>
    private static readonly Duration Budget = Duration.FromSeconds(45);

    private Instant Now => clock.Now();

    /// <param name="current">As far as everything is in it that happened.</param>
    public async Task Deliver(ChangeLog current, CancellationToken cancel)
    {
        Instant until = Now + Budget;
        using ConcurrencyLimiter limiter = new(AtOnce, until, () => Now);

        // Whoever took nothing for longest comes first: a few slow ones with much to be told do not take every run for themselves.
        IEnumerable<StoredWebhook> due = (await webhooks.All(cancel)).Where(one => one.Webhook.IsDue(Now))
            .OrderBy(one => one.Webhook.TookAt);
        await Task.WhenAll(due.Select(one => Try(one, current, limiter, until, cancel)));
    }

    private async Task Try(StoredWebhook webhook, ChangeLog current, ConcurrencyLimiter limiter, Instant until, CancellationToken cancel)
    {
        if (!await limiter.TryEnter())
        {
            return;
        }

        try
        {
            await Deliver(webhook, current, until, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            NotTold(log, webhook.Webhook.Id, failure);
        }
        finally
        {
            limiter.Leave();
        }
    }

    private async Task Deliver(StoredWebhook webhook, ChangeLog current, Instant until, CancellationToken cancel)
    {
        // A log that was begun anew says everything anew: told twice is better than never.
        ChangeCursor from = webhook.Webhook.Next is var next && next.Log == current.Id ? next : ChangeCursor.StartOf(current.Id);
        Webhook last = webhook.Webhook;
        await foreach (LoggedChange change in feed.Changes(current, from, cancel))
        {
            if (Now >= until)
            {
                break;
            }

            if (!last.Wants(change.Event.Type))
            {
                last = last with { Next = change.After };
                continue;
            }

            WebhookAnswer answer = await sender.Post(last.Url, posts.Of(last, change, Now), cancel);
            last = last.After(answer, change.After, Now);
            if (await webhooks.Replace(webhook, last, cancel) is not { } written)
            {
                return;
            }

            webhook = written;
            if (last.Failure is { } failure)
            {
                Tell(last, failure);
                return;
            }
        }

        if (last.Next != webhook.Webhook.Next)
        {
            _ = await webhooks.Replace(webhook, last, cancel);
        }
    }

    private void Tell(Webhook webhook, WebhookFailure failure)
    {
        if (webhook.Disabled is { } end)
        {
            Disabled(log, webhook.Id, failure.Tries, failure.Answer, end.Why);
        }
        else
        {
            NotTaken(log, webhook.Id, failure.Tries, failure.Answer);
        }
    }

    [LoggerMessage(421, LogLevel.Information, "Webhook {Webhook} did not take an event at try {Tries}: {Answer}; it is tried again")]
    private static partial void NotTaken(ILogger log, string webhook, int tries, string answer);

    [LoggerMessage(
        422, LogLevel.Warning, "Webhook {Webhook} is told nothing any more after {Tries} tries ({Answer}, {Why}), until it is resumed")]
    private static partial void Disabled(ILogger log, string webhook, int tries, string answer, string why);

    [LoggerMessage(423, LogLevel.Warning, "Webhook {Webhook} could not be told now; the next run goes on")]
    private static partial void NotTold(ILogger log, string webhook, Exception failure);
}
