using FollowUp.Items;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>
/// Law 10: every move is kept, and the original date never changes. Tests <see cref="DueChange"/> and <see cref="Rescheduling"/>.
/// </summary>
public sealed class A_due_date_that_moves
{
    private static readonly Actor Chen = new("chen");
    private static readonly Instant Monday = Sample.At("2020-03-02 09:00");

    private static AgreedItem Item { get; } = Sample.Item("2020-03-06", "2020-03-02 08:00");

    [Fact]
    public void is_kept_with_who_when_and_why()
    {
        AgreedItem moved = Item.Reschedule(Chen, Monday, Sample.Day("2020-03-20"), "the visit was put off");
        moved.DueChanges.Should().Equal(
            new DueChange("chen", Monday, new(2020, 3, 6), new(2020, 3, 20), DueChangeCause.Rescheduled, "the visit was put off"));
        (moved.DueOn, moved.OriginalDueOn, moved.Slippage()).Should().Be((new LocalDate(2020, 3, 20), new LocalDate(2020, 3, 6), 14));
    }

    [Fact]
    public void may_come_as_near_as_today_and_no_nearer()
    {
        Item.Reschedule(Chen, Monday, Sample.Day("2020-03-02"), "it is urgent").Slippage().Should().Be(-4);
        Impossible("2020-03-01").Should().Be("must not be before today, 2020-03-02 (item protocol-1)");
        Impossible("2020-03-06").Should().Be("is its due date already (item protocol-1)");
    }

    // Retries repeat what was acknowledged already; a coordinator who sets the date that an extension made says nothing new either.
    [Fact]
    public void to_the_same_day_again_has_not_moved()
    {
        AgreedItem moved = Item.Reschedule(Chen, Monday, Sample.Day("2020-03-20"), "the visit was put off");
        moved.Reschedule(Chen, Monday, Sample.Day("2020-03-20"), "the visit was put off").Should().BeSameAs(moved);

        AgreedItem extended = Asked("2020-03-20").DecideExtension(new("boris"), Monday, 1, isGranted: true, null);
        extended.Invoking(item => item.Reschedule(Chen, Monday, Sample.Day("2020-03-20"), "agreed")).Should().Throw<ItemRefusedException>()
            .Which.Should().Match<ItemRefusedException>(refused => refused.Refusal == Refusal.Impossible && refused.Pointer == "/dueOn");
    }

    [Fact]
    public void held_until_the_moment_it_moved()
    {
        AgreedItem moved = Item.Reschedule(Chen, Monday, Sample.Day("2020-03-20"), "put off")
            .Reschedule(Chen, Sample.At("2020-03-10 09:00"), Sample.Day("2020-03-25"), "again");
        moved.DueOnAt(Monday - Duration.Epsilon).Should().Be(new LocalDate(2020, 3, 6));
        moved.DueOnAt(Monday).Should().Be(new LocalDate(2020, 3, 20));
        moved.DueOnAt(Sample.At("2020-03-10 09:00")).Should().Be(new LocalDate(2020, 3, 25));
    }

    // While the request waits, the coordinator may move the date to where it asked for, or further.
    [Theory]
    [InlineData("2020-03-20")]
    [InlineData("2020-03-25")]
    public void does_not_come_nearer_by_an_extension(string dueOn)
    {
        AgreedItem granted = Asked("2020-03-20").Reschedule(Chen, Monday, Sample.Day(dueOn), "put off").DecideExtension(new("boris"), Monday, 1, isGranted: true, null);
        (granted.DueOn, granted.DueChanges.Count, granted.CountGranted()).Should().Be((Sample.Day(dueOn), 1, 1));
    }

    [Fact]
    public void by_waiting_of_no_working_day_has_not_moved()
    {
        AgreedItem suspended = Item.Suspend(Chen, Monday, "their text is not here");
        AgreedItem resumed = suspended.Resume(Chen, Sample.At("2020-03-02 18:00"), Item.DaysOf());
        resumed.DueChanges.Should().BeEmpty();
        resumed.Suspensions[0].Ended!.WorkingDays.Should().Be(0);
        resumed.Resume(Chen, Sample.At("2020-03-03 09:00"), Item.DaysOf()).Should().BeSameAs(resumed, "it goes on already");
        suspended.Suspend(Chen, Sample.At("2020-03-03 09:00"), "another reason").Should().BeSameAs(suspended, "it waits already");
        suspended.State.Should().Be("waiting");
    }

    private static AgreedItem Asked(string dueOn) =>
        Item.AskForExtension(new("ana"), Monday, Sample.Day(dueOn), "the annex is being translated", 2);

    private static string Impossible(string dueOn) => Item.Invoking(item => item.Reschedule(Chen, Monday, Sample.Day(dueOn), "put off"))
        .Should().Throw<ItemRefusedException>().Which.Message;
}
