using FollowUp.Concurrency;
using NodaTime;

namespace FollowUp.Tests.Concurrency;

/// <summary>How much a run may do side by side, and until when it begins anything. Tests <see cref="ConcurrencyLimiter"/>.</summary>
public sealed class Places_to_work_in
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 5, 12, 0);

    [Fact]
    public async Task are_as_many_as_were_said()
    {
        using ConcurrencyLimiter limiter = new(2, Noon + Duration.FromMinutes(3), () => Noon);
        (await limiter.TryEnter()).Should().BeTrue();
        (await limiter.TryEnter()).Should().BeTrue();

        Task<bool> third = limiter.TryEnter();
        third.IsCompleted.Should().BeFalse();

        limiter.Leave();
        (await third).Should().BeTrue();
    }

    /// <summary>The host ends a function after five minutes, wherever it is.</summary>
    [Fact]
    public async Task are_given_to_nobody_once_it_is_too_late_and_those_are_counted()
    {
        Instant now = Noon;
        using ConcurrencyLimiter limiter = new(1, Noon + Duration.FromMinutes(3), () => now);
        (await limiter.TryEnter()).Should().BeTrue();
        Task<bool> waits = limiter.TryEnter();

        now = Noon + Duration.FromMinutes(3);
        limiter.Leave();

        (await waits).Should().BeFalse();
        (await limiter.TryEnter()).Should().BeFalse();
        limiter.LeftOver.Should().Be(2);
    }
}
