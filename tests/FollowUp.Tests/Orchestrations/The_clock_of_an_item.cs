using System.Text.Json;
using FollowUp.Items;
using FollowUp.Orchestrations;
using FollowUp.Scheduling;
using FollowUp.Tests.Orchestrations.Rig;

namespace FollowUp.Tests.Orchestrations;

/// <summary>
/// The recipe of <see cref="FollowItem"/> on the SDK as Azure sets it up: what it leaves in a hub. Tests <see cref="Wake"/>.
/// </summary>
public sealed class The_clock_of_an_item
{
    private static readonly ItemRef Item = new("minutes", "protocol-1");

    /// <summary>A wait of thirty days comes back as ten hops of three, which no count of wakes knows of.</summary>
    [Fact]
    public void that_only_waits_keeps_its_history_short()
    {
        SdkRun run = Clock(now => Wake(now, null));
        run.Start();

        run.Until(run.Now.AddYears(3));

        run.LongestHistory.Should().BeInRange(100, 300, "each step replays all of it");
        run.TimesBegunAgain.Should().BeInRange(6, 8, "every hundred and fifty days");
        run.ActivitiesCalled.Should().BeInRange(36, 48, "once a month, and at each beginning");
    }

    [Fact]
    public void that_rings_every_day_begins_again_after_fifty()
    {
        SdkRun run = Clock(now => Wake(now, now.AddDays(1)));
        run.Start();

        run.Until(run.Now.AddDays(100.5));

        run.TimesBegunAgain.Should().Be(2);
        run.LongestHistory.Should().BeLessThan(310);
    }

    /// <summary>On Azure each timer that is given up leaves a message in a control queue until its hop is over.</summary>
    [Fact]
    public void that_is_nudged_for_nothing_keeps_its_timer()
    {
        DateTime due = new(2026, 1, 7, 9, 0, 0, DateTimeKind.Utc);
        SdkRun run = Clock(now => Wake(now, now < due ? due : null));
        run.Start();

        for (int nudges = 0; nudges < 20; nudges++)
        {
            run.Raise(OrchestrationNames.Changed);
        }

        run.ActivitiesCalled.Should().Be(21, "it looked each time");
        run.TimersSet.Should().Be(1);
        run.Until(due);
        run.ActivitiesCalled.Should().Be(22, "and once more when it rang");
    }

    [Fact]
    public void that_is_to_look_sooner_sets_another_timer()
    {
        DateTime due = new(2026, 1, 7, 9, 0, 0, DateTimeKind.Utc);
        SdkRun run = Clock(now => Wake(now, now < due ? due : null));
        run.Start();

        due = due.AddDays(-1);
        run.Raise(OrchestrationNames.Changed);

        run.TimersSet.Should().Be(2);
        run.Until(due);
        run.ActivitiesCalled.Should().Be(3);
    }

    /// <summary>The SDK lets no code end that still waits for something.</summary>
    [Fact]
    public void of_what_is_over_ends_at_once()
    {
        bool isOver = false;
        SdkRun run = Clock(now => isOver ? new Wake(null, IsFinished: true, Weight: 1) : Wake(now, now.AddDays(20)));
        run.Start();

        isOver = true;
        run.Raise(OrchestrationNames.Changed);

        run.HasEnded.Should().BeTrue();
    }

    private static Wake Wake(DateTime now, DateTime? at) => global::FollowUp.Orchestrations.Wake.Of(
        new(at is { } moment ? NodaTime.Instant.FromDateTimeUtc(moment) : null, IsOpen: true, [], null, HasWrites: false),
        new DateTimeOffset(now, TimeSpan.Zero));

    private static SdkRun Clock(Func<DateTime, Wake> look) =>
        new(context => FollowItem.Run(context, Item), now => JsonSerializer.Serialize(look(now)));
}
