using FollowUp.Recipients;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 15: the former owner hears of the hand-over, and then nothing more.</summary>
public sealed class An_item_that_is_handed_over
{
    [Fact]
    public void is_the_new_owners_to_sign_for_and_to_be_reminded_of() =>
        Over().Signs("2020-03-26 10:00", "hana").Told("2020-05-30 00:00").Should().Be(
            """
            03-02 09:00 ana hears: receipt/at-once
            03-02 10:00 Ana signs for it
            03-24 10:00 Chen hands it to Hana
            03-24 10:00 hana hears: receipt/at-once
            03-24 10:00 ana hears: handover/at-once
            03-26 09:00 hana hears: receipt/again
            03-26 10:00 Hana signs for it
            04-29 09:00 hana hears: due/month
            05-09 09:00 chen hears: silence/watch
            05-22 09:00 hana hears: due/week
            05-28 09:00 hana hears: due/eve
            05-29 09:00 hana hears: due/day
            """);

    [Fact]
    public void reaches_its_former_owner_with_no_letter_ever_whatever_becomes_of_it()
    {
        Story story = Over().Asks("2020-05-29 10:00", "2020-06-12", "hana").Grants("2020-05-29 11:00")
            .Reports("2020-06-30 10:00", "hana").SendsBack("2020-07-01 10:00", "not signed").Reports("2020-07-02 10:00", "hana")
            .Confirms("2020-07-03 10:00");
        _ = story.Told();

        story.Item.IsOpen.Should().BeFalse();
        story.Ledger.Where(row => row.SentTo == "ana" && row.At > Sample.At("2020-03-24 09:00")).Select(row => row.Key.ToString())
            .Should().Equal("handover/at-once/0 to ana");
    }

    // Hana is away, Ana stands in for her by the register, and has nothing to do with this item any more.
    [Fact]
    public void goes_past_its_former_owner_also_where_that_one_stands_in()
    {
        Contacts cast = Sample.Cast(
            Sample.Person("hana", absences: new FollowUp.People.Absence(Sample.Day("2020-04-01"), Sample.Day("2020-05-26"), "ana")));
        Over(cast).Signs("2020-03-25 10:00", "hana").ToldOf("due", "2020-05-30 00:00").Should().Be(
            """
            04-29 09:00 dora hears: due/month (hana absent → dora)
            05-22 09:00 dora hears: due/week (hana absent → dora)
            05-28 09:00 hana hears: due/eve
            05-29 09:00 hana hears: due/day
            """);
    }

    [Fact]
    public void is_not_the_former_owners_to_report() =>
        Over().Reports("2020-04-01 10:00").ToldOf("reports", "2020-04-02 00:00").Should().Be(
            "04-01 10:00 Ana reports it done, and is refused: Item protocol-1 cannot be reported done by ana: only its owner (hana) may do "
                + "that.");

    private static Story Over(Contacts? cast = null) =>
        new Story(Sample.Item("2020-05-29", "2020-03-02 08:00"), cast: cast ?? Sample.Cast(Sample.Person("hana"))) { TellsNames = true }
            .Signs("2020-03-02 10:00").HandsTo("2020-03-24 10:00", "hana");
}
