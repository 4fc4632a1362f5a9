using Azure.Core.Pipeline;
using FollowUp.Tables;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Lives;

/// <summary>
/// A host of the app on a clock that stands until a life moves it. Letters and the app's own tables are the test's, and outlive the host;
/// what carries orchestrations, timer functions and HTTP calls is the host's.
/// </summary>
public abstract class HostUnderTest : IAsyncDisposable
{
    /// <param name="tables">The app's tables where a life goes on in those of another; by default new ones in memory.</param>
    protected HostUnderTest(DateTimeOffset begins, Func<TimeProvider, HttpPipelineTransport>? tables = null)
    {
        // In UTC, always: this clock compares moments by their ticks, and one with an offset would hold back its timers.
        Clock = new(begins.ToUniversalTime());
        Mailbox = new(Clock);
        Tables = tables?.Invoke(Clock) ?? new InMemoryTables(Clock);
    }

    public FakeTimeProvider Clock { get; }

    public Mailbox Mailbox { get; }

    /// <summary>Give it to the app as its transport, with <see cref="InMemoryTables.ConnectionString"/>.</summary>
    public HttpPipelineTransport Tables { get; }

    /// <summary>The app's HTTP functions, while the host runs; it follows no redirects.</summary>
    public abstract HttpClient Http { get; }

    /// <summary>When a durable timer, a retry or a delayed start is due next; null if none is. Timer functions do not count.</summary>
    public abstract DateTimeOffset? NextAlarm { get; }

    /// <summary>Starts the app; again after <see cref="Stop"/>, with the instances it had.</summary>
    public abstract Task Start(CancellationToken cancel);

    /// <summary>Stops the app; what the host keeps of its instances stays.</summary>
    public abstract Task Stop(CancellationToken cancel);

    /// <summary>Completes when nothing is under way and nothing is due that has not begun.</summary>
    public abstract Task WhenStill(CancellationToken cancel);

    /// <summary>It becomes that moment: whatever is due by then begins, timer functions included.</summary>
    public virtual void Jump(DateTimeOffset to) => Clock.SetUtcNow(to.ToUniversalTime());

    public abstract ValueTask DisposeAsync();
}
