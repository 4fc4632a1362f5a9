using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 12 and 16: from hand to hand, and no word more than is needed.</summary>
public sealed class An_item_done_early
{
    [Fact]
    public void is_reminded_of_reported_confirmed_and_closed() =>
        new Story(Sample.Item("2020-05-29", "2020-04-20 15:00"))
            .Signs("2020-04-21 10:00")
            .Reports("2020-05-25 11:00")
            .Confirms("2020-05-27 16:00")
            .Told().Should().Be(
                """
                04-20 15:00 owner hears: receipt/at-once
                04-21 10:00 Ana signs for it
                04-29 09:00 owner hears: due/month
                05-22 09:00 owner hears: due/week
                05-25 11:00 Ana reports it done
                05-25 11:00 issuer hears: confirmation/at-once
                05-27 16:00 Boris confirms
                05-27 16:00 owner hears: closing/done
                05-27 16:00 issuer hears: closing/done
                05-27 16:00 coordinator hears: closing/done
                """);

    // A report at the very minute of a reminder: what lay in the bag is overtaken and stays there.
    [Fact]
    public void is_not_reminded_of_once_it_is_reported() =>
        new Story(Doings.Signed("2020-05-29", "2020-05-25 08:00"))
            .Reports("2020-05-28 09:00")
            .Told("2020-05-28 18:00").Should().Be(
                """
                05-28 09:00 Ana reports it done
                05-28 09:00 issuer hears: confirmation/at-once
                """);
}
