using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Plans;
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
                (item, at) => Verbs.Withdraw(item, new("chen"), at, "agreed otherwise"));
        _ = story.Told();

        story.Item.ToldLate.Should().Equal("hana");
        story.Ledger.Where(row => row is { Key.Ladder: LadderName.Closing, State: NoticeState.Sent })
            .Select(row => row.SentTo)
            .Should().BeEquivalentTo("ana", "boris", "chen", "hana");
    }

    /// <summary>Who stands in for a former owner has mostly taken over from them, and is asked to sign for it.</summary>
    [Theory]
    [InlineData("gleb", null, "ana", "ana absent → gleb owns it → ana")]
    [InlineData("gleb", "hana", "hana", "ana absent → gleb owns it → hana")]
    [InlineData("hana", null, "hana", "ana absent → hana")]
    public void is_not_stood_in_for_by_who_took_it_over(string substitute, string? other, string hears, string trace)
    {
        Absence[] absences =
        [
            new(Sample.Day("2020-03-05"), Sample.Day("2020-03-05"), substitute),
            .. other is null ? [] : (Absence[])[new(Sample.Day("2020-03-01"), Sample.Day("2020-03-05"), other)],
        ];
        AgreedItem item = Sample.Item("2020-03-06", "2020-03-04 10:00").HandTo(new("chen"), Sample.At("2020-03-05 10:00"), "gleb", "ill");
        Contacts cast = Sample.Cast(Sample.Person("ana", Sample.Shanghai, "CN", absences), Sample.Person("hana"));

        Recipient told = new Deputies(item, cast, Sample.At("2020-03-05 11:00")).Resolve(LadderName.Handover, Role.FormerOwner, "ana");

        (told.Person.Id, told.Trace).Should().Be((hears, trace));
    }

    private static string Told(params Person[] people) =>
        new Story(Sample.Item("2020-03-06", "2020-03-04 10:00"), cast: Sample.Cast(people)).Told("2020-03-06 18:00");

    private static Person Away(string id, string substitute) =>
        Sample.Person(id, Sample.Shanghai, "CN", new Absence(Sample.Day("2020-03-01"), Sample.Day("2020-03-05"), substitute));
}
