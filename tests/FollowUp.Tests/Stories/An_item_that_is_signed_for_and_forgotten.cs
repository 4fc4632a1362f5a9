using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 12. Elsewhere it is acknowledged, then forgotten, and the superior never hears of it.</summary>
public sealed class An_item_that_is_signed_for_and_forgotten
{
    [Fact]
    public void is_chased_up_to_the_last_level_for_the_signature_is_no_work() =>
        new Story(Sample.Item("2020-05-29", "2020-05-06 08:00")) { TellsNames = true }.Signs("2020-05-06 10:00").Told("2020-07-01 00:00")
            .Should().Be(
            """
            05-06 09:00 ana hears: receipt/at-once
            05-06 10:00 Ana signs for it
            05-22 09:00 ana hears: due/week
            05-28 09:00 ana hears: due/eve
            05-29 09:00 ana hears: due/day
            06-01 09:00 ana hears: overdue/again
            06-02 09:00 dora hears: overdue/level-1
            06-02 09:00 boris hears: overdue/level-1
            06-08 09:00 ana hears: overdue/again 1
            06-09 09:00 egor hears: overdue/level-2
            06-15 09:00 ana hears: overdue/again 2
            06-19 09:00 fang hears: overdue/level-3
            06-22 09:00 ana hears: overdue/again 3
            06-30 09:00 ana hears: overdue/again 4
            """);
}
