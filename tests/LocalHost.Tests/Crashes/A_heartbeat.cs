using FollowUp.LocalHost.Engine;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.LocalHost.Tests.Crashes;

public sealed class A_heartbeat
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>
    /// A clock that leapt has outrun the lease: whoever looks at it first and at the beat then, may find the one as it was before and the
    /// other ended.
    /// </summary>
    [Fact]
    public async Task that_ended_between_two_looks_is_not_missed()
    {
        using Heartbeat heartbeat = Beating(new FakeTimeProvider(), () => Task.CompletedTask);
        Queue<bool> looks = new([false, true]);

        (await heartbeat.WaitFor(looks.Dequeue, Cancel)).Should().BeTrue();

        looks.Should().BeEmpty();
        (await heartbeat.WaitFor(() => false, Cancel)).Should().BeFalse("no beat is due that could bring it");
    }

    [Fact]
    public async Task that_is_overdue_is_waited_for()
    {
        FakeTimeProvider clock = new();
        TaskCompletionSource renewed = new(), begun = new();
        using Heartbeat heartbeat = Beating(clock, () =>
        {
            begun.TrySetResult();
            return renewed.Task;
        });

        clock.Advance(TimeSpan.FromSeconds(10));
        Task<bool> brought = heartbeat.WaitFor(() => renewed.Task.IsCompleted, Cancel);
        await begun.Task.WaitAsync(Cancel);
        brought.IsCompleted.Should().BeFalse();
        renewed.SetResult();

        (await brought.WaitAsync(Cancel)).Should().BeTrue();
    }

    [Fact]
    public async Task is_not_waited_for_where_none_comes_any_more()
    {
        FakeTimeProvider clock = new();
        Heartbeat heartbeat = Beating(clock, () => Task.CompletedTask);
        heartbeat.Dispose();

        clock.Advance(TimeSpan.FromMinutes(1));

        // On a thread of its own: whoever looked for ever would never come back to be timed.
        Task<bool> brought = Task.Run(() => heartbeat.WaitFor(() => false, Cancel), Cancel);
        (await brought.WaitAsync(Cancel)).Should().BeFalse();
    }

    private static Heartbeat Beating(TimeProvider clock, Func<Task> beat)
    {
        Heartbeat heartbeat = new(clock, new InFlightWork(), _ => beat(), NullLogger.Instance);
        heartbeat.Start();
        return heartbeat;
    }
}
