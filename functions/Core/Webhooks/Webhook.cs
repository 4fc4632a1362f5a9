using FollowUp.Changes;
using NodaTime;

namespace FollowUp.Webhooks;

/// <summary>An address outside that is told what happens, entry by entry in the order of the log. It never changes in place.</summary>
/// <param name="Kind">A word of <see cref="WebhookKind"/>.</param>
/// <param name="Types">Of the events that it wants; none for all.</param>
/// <param name="Since">When it was added.</param>
/// <param name="Secrets">What its posts are signed with, the newest first.</param>
/// <param name="Next">What it is told next: all that stands before it, it has taken.</param>
public sealed record Webhook(
    string Id, string Kind, string Url, IReadOnlyList<string> Types, Instant Since, IReadOnlyList<WebhookSecret> Secrets, ChangeCursor Next)
{
    /// <summary>Of what people read there; null where programs do.</summary>
    public string? Language { get; init; }

    /// <summary>When it took something last; null where it never did.</summary>
    public Instant? TookAt { get; init; }

    /// <summary>That it does not take what it is told now; null where it does.</summary>
    public WebhookFailure? Failure { get; init; }

    /// <summary>That it is told nothing any more; null where it is.</summary>
    public WebhookEnd? Disabled { get; init; }

    public bool Wants(string type) => Types.Count == 0 || Types.Contains(type);

    /// <summary>Whether it may be told something now.</summary>
    public bool IsDue(Instant now) => Disabled is null && !(Failure?.NextAt > now);

    /// <summary>What was answered to what it was told, and what follows from that.</summary>
    /// <param name="after">From where it is told on, once it has taken this.</param>
    public Webhook After(WebhookAnswer answer, ChangeCursor after, Instant now)
    {
        if (answer.IsTaken)
        {
            return this with { Next = after, Failure = null, TookAt = now };
        }

        int tries = (Failure?.Tries ?? 0) + 1;
        WebhookFailure failure = new(Failure?.Since ?? now, tries, answer.Word, RetryTable.NextAfter(tries, now));
        return this with
        {
            Failure = failure,
            Disabled = answer.IsGone ? new(now, WebhookEnd.Gone) : failure.NextAt is null ? new(now, WebhookEnd.TriesSpent) : null,
        };
    }

    /// <summary>It is told on from where it stopped, at once: nothing of what happened meanwhile is left out.</summary>
    public Webhook Resume() => this with { Failure = null, Disabled = null };

    /// <summary>
    /// Another secret; each one before counts for a day from when it was replaced, in which its receiver learns the new one. Of many that
    /// were replaced in a day the latest few count.
    /// </summary>
    public Webhook Rotate(string secret, Instant now) => this with
    {
        Secrets =
        [
            new(secret, null),
            .. Secrets.Where(one => one.Until is not { } until || now < until)
                .Select(one => one.Until is null ? one with { Until = now + WebhookSecret.Overlap } : one)
                .Take(WebhookSecret.OlderMax),
        ],
    };

    /// <summary>What its posts are signed with now.</summary>
    public IEnumerable<string> LiveSecrets(Instant now) =>
        Secrets.Where(secret => secret.Until is not { } until || now < until).Select(secret => secret.Value);
}

/// <summary>A secret that a receiver knows a post by.</summary>
/// <param name="Until">From when on it signs nothing any more; null for the newest.</param>
public sealed record WebhookSecret(string Value, Instant? Until)
{
    public static readonly Duration Overlap = Duration.FromDays(1);

    /// <summary>Each is one more signature in a header.</summary>
    public const int OlderMax = 4;

    /// <summary>It says nothing of itself, wherever it is written by mistake.</summary>
    public override string ToString() => "a secret";
}

/// <summary>That something is not taken.</summary>
/// <param name="Since">When it was tried first.</param>
/// <param name="Answer">To the last try: a status, or a word of <see cref="WebhookAnswer"/>.</param>
/// <param name="NextAt">When it is tried again; null where it is not.</param>
public sealed record WebhookFailure(Instant Since, int Tries, string Answer, Instant? NextAt);

/// <summary>That a webhook is told nothing any more, until somebody says that it goes on.</summary>
/// <param name="Why">One of the two words here.</param>
public sealed record WebhookEnd(Instant At, string Why)
{
    /// <summary>It answered 410.</summary>
    public const string Gone = "gone";

    public const string TriesSpent = "tries-spent";
}

/// <summary>How a webhook wants to be told.</summary>
public static class WebhookKind
{
    /// <summary>Standard Webhooks, with a CloudEvent in it.</summary>
    public const string Events = "events";

    /// <summary>A Workflows webhook of Microsoft Teams: a card that people read.</summary>
    public const string Teams = "teams";

    public static IReadOnlyList<string> All { get; } = [Events, Teams];
}
