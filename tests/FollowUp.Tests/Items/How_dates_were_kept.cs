using FollowUp.Items;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Items;

/// <summary>
/// Laws 10 and 12: done means confirmed, and the date counts that was due. Tests <see cref="Outcomes"/> and <see cref="Figures"/>.
/// </summary>
public sealed class How_dates_were_kept
{
    private static readonly AgreedItem Item = Doings.Signed("2020-03-06", "2020-03-02 08:00");

    [Fact]
    public void says_one_thing_of_each_item()
    {
        AgreedItem early = Item.Report(new("ana"), Sample.At("2020-03-06 23:00"), Doings.Letter);
        AgreedItem late = Item.Report(new("ana"), Sample.At("2020-03-07 00:00"), Doings.Letter);

        On(Item, "2020-03-06 23:59").Should().Be("in-time");
        On(Item, "2020-03-07 00:00").Should().Be("late");
        On(early, "2020-04-01 09:00").Should().Be("in-time", "only its confirmation closes it");
        On(late, "2020-04-01 09:00").Should().Be("late");
        On(early.Confirm(new("boris"), Sample.At("2020-04-01 09:00"), null), "2020-04-02 09:00")
            .Should().Be("done-in-time", "the issuer took his time, not the owner");
        On(late.Confirm(new("boris"), Sample.At("2020-03-07 09:00"), null), "2020-04-02 09:00").Should().Be("done-late");
        On(Item.Withdraw(new("chen"), Sample.At("2020-04-01 09:00"), "agreed otherwise"), "2020-04-02 09:00").Should().Be("withdrawn");
    }

    [Fact]
    public void counts_slippage_of_what_moved_alone()
    {
        AgreedItem[] items = [Item, Moved("2020-03-08"), Moved("2020-03-16"), Moved("2020-03-30"), Moved("2020-03-07")];

        Figures figures = Figures.Of(items, Sample.At("2020-03-07 09:00"));

        (figures.Items, figures.Late, figures.InTime, figures.Moved).Should().Be((5, 1, 4, 4));
        (figures.SlippageMedian, figures.SlippageLargest).Should().Be((6, 24), "1, 2, 10 and 24 days");
        Figures.Of([Item], Sample.At("2020-03-07 09:00")).SlippageMedian.Should().BeNull();
    }

    private static AgreedItem Moved(string to) =>
        Item.Reschedule(new("chen"), Sample.At("2020-03-05 09:00"), Sample.Day(to), "the visit was put off");

    private static string On(AgreedItem item, string moment) => item.OutcomeAt(Sample.At(moment)).Word();
}
