using FollowUp.Items;

namespace FollowUp.Tests.Items;

/// <summary>Blue: near; yellow: behind; red: overdue. Computed, never stored. Tests <see cref="Slips"/>.</summary>
public sealed class A_slip
{
    private static readonly AgreedItem Signed =
        Sample.Item("2020-05-29", "2020-03-02 08:00") with { Receipt = new("ana", Sample.At("2020-03-02 09:00")) };

    [Theory]
    [InlineData("2020-04-28 23:59", Slip.None)]
    [InlineData("2020-04-29 00:00", Slip.Blue)]
    [InlineData("2020-05-29 23:59", Slip.Blue)]
    [InlineData("2020-05-30 00:00", Slip.Red)]
    public void turns_blue_thirty_days_before_and_red_the_day_after(string now, Slip slip) =>
        Signed.SlipAt(Sample.At(now)).Should().Be(slip);

    // Law 7: overdue from the first instant of the next day in the item's zone, wherever the reader is.
    [Theory]
    [InlineData("Asia/Shanghai", "2020-05-29T15:59:59.999Z", Slip.Blue)]
    [InlineData("Asia/Shanghai", "2020-05-29T16:00:00Z", Slip.Red)]
    [InlineData("Europe/Moscow", "2020-05-29T20:59:59.999Z", Slip.Blue)]
    [InlineData("Europe/Moscow", "2020-05-29T21:00:00Z", Slip.Red)]
    [InlineData("America/St_Johns", "2020-05-30T02:29:59Z", Slip.Blue)]
    [InlineData("America/St_Johns", "2020-05-30T02:30:00Z", Slip.Red)]
    public void turns_red_at_midnight_where_the_item_is(string zone, string now, Slip slip) =>
        (Signed with { TimeZone = zone }).SlipAt(Sample.Utc(now)).Should().Be(slip);

    [Fact]
    public void turns_red_at_the_first_instant_of_a_day_that_has_no_midnight()
    {
        // In Beirut the clocks went from 00:00 to 01:00 on 29 March 2020.
        AgreedItem item = Signed with { DueOn = Sample.Day("2020-03-28"), TimeZone = "Asia/Beirut" };
        item.SlipAt(Sample.Utc("2020-03-28T21:59:59Z")).Should().Be(Slip.Blue);
        item.SlipAt(Sample.Utc("2020-03-28T22:00:00Z")).Should().Be(Slip.Red);
    }

    [Fact]
    public void is_yellow_for_what_is_behind()
    {
        AgreedItem unsigned = Signed with { Receipt = null };
        unsigned.SlipAt(Sample.At("2020-03-09 23:00")).Should().Be(Slip.None, "a week is not over");
        unsigned.SlipAt(Sample.At("2020-03-10 00:00")).Should().Be(Slip.Yellow);

        AgreedItem staged = Signed with { Stages = [new("draft", Sample.Day("2020-03-20"))] };
        staged.SlipAt(Sample.At("2020-03-20 23:00")).Should().Be(Slip.None);
        staged.SlipAt(Sample.At("2020-03-21 00:00")).Should().Be(Slip.Yellow);

        Signed.Report(new("ana"), Sample.At("2020-03-10 09:00"), new("none", null, "by phone"))
            .SendBack(new("boris"), Sample.At("2020-03-11 09:00"), "not signed")
            .SlipAt(Sample.At("2020-03-12 09:00")).Should().Be(Slip.Yellow);
    }

    [Fact]
    public void is_none_while_nothing_is_pending()
    {
        AgreedItem reported = Signed.Report(new("ana"), Sample.At("2020-06-03 09:00"), new("none", null, "by phone"));
        reported.SlipAt(Sample.At("2020-07-01 09:00")).Should().Be(Slip.None);
        Signed.Withdraw(new("chen"), Sample.At("2020-06-03 09:00"), "agreed otherwise").SlipAt(Sample.At("2020-07-01 09:00"))
            .Should().Be(Slip.None);
    }

    [Theory]
    [InlineData("2020-05-29 23:59", 0)]
    [InlineData("2020-05-30 00:00", 1)]
    [InlineData("2020-06-08 12:00", 10)]
    public void comes_with_the_days_it_is_late(string now, int days) => Signed.DaysLateAt(Sample.At(now)).Should().Be(days);

    [Fact]
    public void counts_days_to_the_report_and_again_to_now_after_a_return()
    {
        AgreedItem reported = Signed.Report(new("ana"), Sample.At("2020-06-03 09:00"), new("none", null, "by phone"));
        reported.DaysLateAt(Sample.At("2020-07-01 09:00")).Should().Be(5);
        reported.SendBack(new("boris"), Sample.At("2020-06-05 09:00"), "no").DaysLateAt(Sample.At("2020-06-08 09:00")).Should().Be(10);
    }

    [Fact]
    public void counts_no_more_days_once_it_is_withdrawn_or_waits()
    {
        Signed.Withdraw(new("chen"), Sample.At("2020-06-03 09:00"), "agreed otherwise").DaysLateAt(Sample.At("2020-07-01 09:00"))
            .Should().Be(5);
        Signed.Suspend(new("chen"), Sample.At("2020-06-01 09:00"), "their text is not here").DaysLateAt(Sample.At("2020-07-01 09:00"))
            .Should().Be(3);
    }

    // An owner who has just got it back, or just got it at all, has a week to sign.
    [Fact]
    public void of_a_receipt_counts_from_when_the_owner_last_got_it()
    {
        AgreedItem unsigned = Signed with { Receipt = null };
        unsigned.HandedAt().Should().Be(Sample.At("2020-03-02 08:00"));

        AgreedItem handed = unsigned.HandTo(new("chen"), Sample.At("2020-03-04 09:00"), "gleb", "a new department");
        handed.HandedAt().Should().Be(Sample.At("2020-03-04 09:00"));

        AgreedItem waited = handed.Suspend(new("chen"), Sample.At("2020-03-05 09:00"), "no text");
        waited.HandedAt().Should().Be(Sample.At("2020-03-04 09:00"), "it still waits");
        AgreedItem resumed = waited.Resume(new("chen"), Sample.At("2020-03-06 09:00"), Sample.Days("CN"));
        resumed.HandedAt().Should().Be(Sample.At("2020-03-06 09:00"));
        resumed.HandTo(new("chen"), Sample.At("2020-03-09 09:00"), "ana", "back again").HandedAt()
            .Should().Be(Sample.At("2020-03-09 09:00"));
        (resumed with { AssignedAt = Sample.At("2020-03-10 09:00") }).HandedAt().Should().Be(Sample.At("2020-03-10 09:00"));
    }
}
