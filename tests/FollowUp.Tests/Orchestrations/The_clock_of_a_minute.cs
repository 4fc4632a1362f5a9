using System.Text.Json;
using FollowUp.Ledger;
using FollowUp.Orchestrations;
using FollowUp.Tests.Orchestrations.Rig;

namespace FollowUp.Tests.Orchestrations;

/// <summary>
/// The recipe of <see cref="DeliverLetters"/> on the SDK as Azure sets it up. Tests <see cref="SlotTimer"/> and
/// <see cref="LetterDelivery"/>.
/// </summary>
public sealed class The_clock_of_a_minute
{
    private const string Slot = "202601050900";

    private static readonly DateTime EndOfSlot = new(2026, 1, 5, 9, 1, 0, DateTimeKind.Utc);

    /// <summary>Azure's queues ring up to a second too early, for delayed starts and for timers.</summary>
    [Theory]
    [InlineData(-300, 1)]
    [InlineData(350, 0)]
    public void gathers_letters_when_it_is_over_and_a_second_more(int begins, int timers)
    {
        List<DateTime> gathered = [];
        SdkRun run = Clock((_, now) =>
        {
            gathered.Add(now);
            return Gathered([LetterDelivery.Of(new("law", Slot)) with { Tried = Tried.Nothing }], []);
        });
        run.Now = EndOfSlot.AddMilliseconds(begins);

        run.Start();
        run.Until(EndOfSlot.AddSeconds(1));

        gathered.Should().Equal(timers == 0 ? EndOfSlot.AddMilliseconds(begins) : EndOfSlot.AddSeconds(1));
        run.TimersSet.Should().Be(timers);
        run.HasEnded.Should().BeTrue();
    }

    /// <summary>Five hundred at once, so that its history stays short; ten of them an activity.</summary>
    [Fact]
    public void of_twelve_hundred_letters_gathers_three_times()
    {
        List<string> called = [];
        SdkRun run = Clock((name, _) =>
        {
            called.Add(name);
            int some = called.Count(one => one == nameof(GatherLetters)) < 3 ? 500 : 200;
            return name == nameof(GatherLetters)
                ? Gathered([], [.. Enumerable.Range(0, some).Select(n => $"unit-{n}")], some == 500 ? "unit-499" : null)
                : JsonSerializer.Serialize(Enumerable.Repeat(LetterDelivery.Of(new("unit", Slot)) with { Tried = Tried.Nothing }, 10));
        });
        run.Now = EndOfSlot.AddSeconds(1);

        run.Start();

        called.CountBy(name => name).Should().BeEquivalentTo(
            [KeyValuePair.Create(nameof(GatherLetters), 3), KeyValuePair.Create(nameof(SendLetters), 120)]);
        run.TimesBegunAgain.Should().Be(2);
        run.LongestHistory.Should().BeLessThan(300, "each step replays all of it");
        run.HasEnded.Should().BeTrue();
    }

    /// <summary>Of each it is known what came of it; of what is not, its own orchestration finds out.</summary>
    [Fact]
    public void has_those_go_on_by_themselves_that_did_not_come_to_their_end()
    {
        List<string> called = [];
        LetterDelivery[] tried =
        [
            LetterDelivery.Of(new("law", Slot)) with { Tried = Tried.Nothing },
            LetterDelivery.Of(new("lead", Slot)) with { Tried = Tried.NotNow },
            LetterDelivery.Of(new("desk", Slot)),
        ];
        SdkRun run = Clock((name, _) =>
        {
            called.Add(name);
            return name == nameof(GatherLetters) ? Gathered(tried, []) : "null";
        });
        run.Now = EndOfSlot.AddSeconds(1);

        run.Start();

        called.Should().Equal(nameof(GatherLetters), nameof(RetryLetters));
        run.HasEnded.Should().BeTrue();
    }

    private static string Gathered(IReadOnlyList<LetterDelivery> tried, IReadOnlyList<string> untried, string? last = null) =>
        JsonSerializer.Serialize(new GatheredLetters(tried, untried, last));

    private static SdkRun Clock(Func<string, DateTime, string> activity) =>
        new(context => DeliverLetters.Run(context, new SlotLetters(Slot)), activity);
}
