using System.Text.Json;
using FollowUp.Orchestrations;
using FollowUp.Tests.Orchestrations.Rig;

namespace FollowUp.Tests.Orchestrations;

/// <summary>The recipe of <see cref="DeliverPost"/> on the SDK as Azure sets it up. Tests <see cref="RetryPolicies"/>.</summary>
public sealed class The_clock_of_a_letter
{
    private static readonly DateTime EndOfSlot = new(2026, 1, 5, 9, 1, 0, DateTimeKind.Utc);

    /// <summary>Azure's queues know whole seconds, and ring up to one too early, for delayed starts and for timers.</summary>
    [Theory]
    [InlineData(-60_000)]
    [InlineData(-300)]
    public void that_begins_too_early_waits_until_its_minute_is_over_and_a_second_more(int milliseconds)
    {
        List<DateTime> tried = [];
        SdkRun run = Clock(tried);
        run.Now = EndOfSlot.AddMilliseconds(milliseconds);
        run.Start();

        tried.Should().BeEmpty();
        run.Until(EndOfSlot.AddSeconds(1));

        tried.Should().Equal(EndOfSlot.AddSeconds(1));
        run.HasEnded.Should().BeTrue();
    }

    [Fact]
    public void that_begins_when_it_was_asked_to_needs_no_timer_even_where_that_is_a_little_early()
    {
        List<DateTime> tried = [];
        SdkRun run = Clock(tried);
        run.Now = EndOfSlot.AddMilliseconds(350);

        run.Start();

        tried.Should().Equal(EndOfSlot.AddMilliseconds(350));
        run.TimersSet.Should().Be(0);
    }

    private static SdkRun Clock(List<DateTime> tried) => new(
        context => DeliverPost.Run(context, new LetterDelivery("law", "202601050900")),
        now =>
        {
            tried.Add(now);
            return JsonSerializer.Serialize(Tried.Nothing);
        });
}
