using FollowUp.People;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 14 and 15: lateness climbs; what is meant for a level never comes down. Due on Friday, 6 March 2020.</summary>
public sealed class A_level_who_is_away
{
    [Fact]
    public void is_heard_for_by_the_one_above_who_is_told_of_the_end_as_well()
    {
        Person dora = Sample.Person("dora", absences: new Absence(Sample.Day("2020-03-09"), Sample.Day("2020-03-13"), null));
        Story story = new Story(Doings.Signed("2020-03-06", "2020-03-05 08:00"), cast: Sample.Cast(dora)) { TellsNames = true }
            .Reports("2020-03-11 10:00").Confirms("2020-03-16 10:00");
        story.Told().Should().EndWith(
            """
            03-10 09:00 egor hears: overdue/level-1 (dora absent → egor)
            03-10 09:00 boris hears: overdue/level-1
            03-11 10:00 Ana reports it done
            03-11 10:00 boris hears: confirmation/at-once
            03-16 09:00 dora hears: absence/back
            03-16 10:00 Boris confirms
            03-16 10:00 ana hears: closing/done
            03-16 10:00 boris hears: closing/done
            03-16 10:00 chen hears: closing/done
            03-16 10:00 egor hears: closing/done
            03-16 10:00 dora hears: closing/done
            """);
    }
}
