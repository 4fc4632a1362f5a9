using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Recipients;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Recipients;

/// <summary>
/// Law 15: absence is resolved at the moment of sending. Tests <see cref="Deputies"/> and <see cref="EscalationTargets"/>.
/// </summary>
public sealed class Somebody_who_is_away
{
    [Fact]
    public void is_stood_in_for_along_the_row() =>
        Told(Away("ana", "gleb"), Away("gleb", "hana"), Sample.Person("hana")).Should().Be(
            """
            03-04 10:00 owner hears: receipt/at-once (ana absent → gleb absent → hana)
            03-05 09:00 owner hears: due/eve (ana absent → gleb absent → hana)
            03-06 09:00 owner hears: receipt/again
            03-06 09:00 owner hears: due/day
            03-06 09:00 owner hears: absence/back
            """);

    [Fact]
    public void in_a_loop_is_stood_in_for_by_the_next_level() =>
        Told(Away("ana", "gleb"), Away("gleb", "ana")).Should().Be(
            """
            03-04 10:00 owner hears: receipt/at-once (ana absent → gleb absent → dora)
            03-05 09:00 owner hears: due/eve (ana absent → gleb absent → dora)
            03-06 09:00 owner hears: receipt/again
            03-06 09:00 owner hears: due/day
            03-06 09:00 owner hears: absence/back
            """);

    // Law 14 speaks of those who were told: the substitute too.
    [Fact]
    public void and_heard_by_a_substitute_that_it_is_late_lets_both_hear_of_the_end()
    {
        Person ana = Sample.Person("ana", Sample.Shanghai, "CN", new Absence(Sample.Day("2020-03-09"), Sample.Day("2020-03-09"), "hana"));
        Story story = new Story(Sample.Item("2020-03-06", "2020-03-04 10:00"), cast: Sample.Cast(ana, Sample.Person("hana")))
            .On("2020-03-10 08:00", "Chen withdraws it",
                (item, at) => FollowUp.Items.Verbs.Withdraw(item, new("chen"), at, "agreed otherwise"));
        _ = story.Told();

        story.Item.ToldLate.Should().Equal("hana");
        story.Ledger.Where(row => row is { Key.Ladder: FollowUp.Plans.LadderName.Closing, State: NoticeState.Sent })
            .Select(row => row.SentTo)
            .Should().BeEquivalentTo("ana", "boris", "chen", "hana");
    }

    private static string Told(params Person[] people) =>
        new Story(Sample.Item("2020-03-06", "2020-03-04 10:00"), cast: Sample.Cast(people)).Told("2020-03-06 18:00");

    private static Person Away(string id, string substitute) =>
        Sample.Person(id, Sample.Shanghai, "CN", new Absence(Sample.Day("2020-03-01"), Sample.Day("2020-03-05"), substitute));
}
