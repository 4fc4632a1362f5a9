using FollowUp.Scheduling;
using NodaTime;

namespace FollowUp.Tests.Following;

/// <summary>How much a run may do side by side, and until when it begins anything.</summary>
public sealed class Places_to_work_in
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 5, 12, 0);

    [Fact]
    public async Task are_as_many_as_were_said()
    {
        using Places places = new(2, Noon + Duration.FromMinutes(3), () => Noon);
        (await places.Take()).Should().BeTrue();
        (await places.Take()).Should().BeTrue();

        Task<bool> third = places.Take();
        third.IsCompleted.Should().BeFalse();

        places.GiveBack();
        (await third).Should().BeTrue();
    }

    /// <summary>The host ends a function after five minutes, wherever it is.</summary>
    [Fact]
    public async Task are_given_to_nobody_once_it_is_too_late_and_those_are_counted()
    {
        Instant now = Noon;
        using Places places = new(1, Noon + Duration.FromMinutes(3), () => now);
        (await places.Take()).Should().BeTrue();
        Task<bool> waits = places.Take();

        now = Noon + Duration.FromMinutes(3);
        places.GiveBack();

        (await waits).Should().BeFalse();
        (await places.Take()).Should().BeFalse();
        places.LeftOver.Should().Be(2);
    }
}
