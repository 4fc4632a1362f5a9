using FollowUp.Ledger;
using FollowUp.Tests.Stories.Rig;
using FollowUp.Timetables;

namespace FollowUp.Tests.Stories;

/// <summary>Law 3: the ledger answers "why was I not told?" for every rung.</summary>
public sealed class A_notice_that_was_not_sent
{
    [Fact]
    public void says_why_whatever_the_reason_was()
    {
        Story story = new Story(Doings.Signed("2020-07-31", "2020-03-09 10:00")) { TellsSilence = true }
            .Suspends("2020-04-01 10:00").Resumes("2020-04-20 10:00")
            .Down("2020-08-11 00:00", "2020-08-27 10:00")
            .Reports("2020-09-02 09:01");
        story.ToldOf("spared", "2020-09-03 00:00").Should().Be(
            """
            04-20 10:00 owner is spared: progress/month, it waited for the other side
            08-27 10:00 owner is spared: due/week, superseded by due/day/0 to ana
            08-27 10:00 owner is spared: due/eve, superseded by due/day/0 to ana
            08-27 10:00 owner is spared: overdue/again, superseded by overdue/again/1 to ana
            09-02 09:01 owner is spared: overdue/again 2, overtaken
            """);
        story.Ledger.Should().OnlyContain(row => row.State == NoticeState.Sent || row.Why != null).And.OnlyHaveUniqueItems(row => row.Key);
    }

    // Who asks why nobody above heard before: they waited for the owner, and the ledger knows since when they were due.
    [Fact]
    public void yet_is_in_the_timetable_with_what_it_waits_for()
    {
        TimetableEntry level = Doings.Signed("2020-03-06", "2020-03-02 08:00").Lines().Rung("overdue/level-1", to: "dora");
        (level.State, level.DueAt, level.Planned).Should().Be((NoticeState.Expected, null, Sample.At("2020-03-10 09:00")));
    }
}
