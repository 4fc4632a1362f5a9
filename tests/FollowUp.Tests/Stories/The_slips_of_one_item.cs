using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>docs/design.md §1: blue is near, yellow is behind, red is overdue; computed from the facts, never stored.</summary>
public sealed class The_slips_of_one_item
{
    [Fact]
    public void follow_it_through_its_life() =>
        new Story(Sample.Item("2020-05-29", "2020-03-02 08:00")) { TellsSlips = true }
            .Signs("2020-03-11 10:00")
            .Suspends("2020-05-06 10:00").Resumes("2020-05-08 10:00")
            .Reports("2020-06-08 10:00").SendsBack("2020-06-09 10:00", "not signed").Reschedules("2020-06-10 10:00", "2020-07-31")
            .Reports("2020-08-03 10:00").Confirms("2020-08-03 11:00")
            .Told().Split('\n').Where(line => !line.Contains("hears", StringComparison.Ordinal)).Should().Equal(
                "03-10 00:00 the slip is yellow",
                "03-11 10:00 Ana signs for it",
                "03-11 10:00 the slip is taken away",
                "04-29 00:00 the slip is blue",
                "05-06 10:00 Chen stops the clock: their text is not here",
                "05-06 10:00 the slip is taken away",
                "05-08 10:00 Chen lets it run again: waited 2 working days; due 2020-06-02, originally 2020-05-29 (4 days later)",
                "05-08 10:00 the slip is blue",
                "06-03 00:00 the slip is red",
                "06-08 10:00 Ana reports it done",
                "06-08 10:00 the slip is taken away",
                "06-09 10:00 Boris sends it back: not signed",
                "06-09 10:00 the slip is red",
                "06-10 10:00 Chen reschedules it: due 2020-07-31, originally 2020-05-29 (63 days later)",
                "06-10 10:00 the slip is yellow",
                "08-01 00:00 the slip is red",
                "08-03 10:00 Ana reports it done",
                "08-03 10:00 the slip is taken away",
                "08-03 11:00 Boris confirms");
}
