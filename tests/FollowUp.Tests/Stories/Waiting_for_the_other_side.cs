using FollowUp.Items;
using FollowUp.Recipients;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// Law 13: from Sunday, 1 March, to Wednesday, 15 April 2020 there were 31 working days in China: 22 in March, 9 in April, where
/// the 6th was off. From Friday, 29 May, they lead to Tuesday, 14 July, past the Dragon Boat Festival and the Sunday worked for it.
/// </summary>
public sealed class Waiting_for_the_other_side
{
    [Fact]
    public void moves_the_due_date_by_the_working_days_between_and_only_the_liaison_hears_meanwhile() =>
        Waited().Told("2020-07-15 12:00").Should().Be(
            """
            02-03 10:00 ana hears: receipt/at-once
            02-03 11:00 Ana signs for it
            03-01 10:00 Chen stops the clock: their text is not here
            03-31 09:00 hana hears: waiting/ask
            04-15 10:00 Chen lets it run again: waited 31 working days; due 2020-07-14, originally 2020-05-29 (46 days later)
            04-15 10:00 ana hears: moved/at-once
            04-30 09:00 ana hears: progress/month 2, moved from 3 May: Labour Day holiday, Labour Day (CN)
            05-29 09:00 chen hears: silence/watch, moved from 30 May: Saturday (CN)
            06-12 09:00 ana hears: due/month, moved from 14 Jun: weekend (CN)
            06-14 00:00 the slip is blue
            07-07 09:00 ana hears: due/week
            07-13 09:00 ana hears: due/eve
            07-14 09:00 ana hears: due/day
            07-14 09:00 chen hears: silence/watch 1
            07-15 00:00 the slip is red
            07-15 09:00 ana hears: overdue/again
            """);

    // It would have been due on 6 March, and nobody is late for what the other side owes.
    [Fact]
    public void past_the_due_date_shows_no_red_slip_and_nobody_hears_of_lateness()
    {
        Story story = Waited("2020-03-06");
        story.Told("2020-04-15 12:00").Should().Be(
            """
            02-03 10:00 ana hears: receipt/at-once
            02-03 11:00 Ana signs for it
            02-05 00:00 the slip is blue
            02-05 09:00 ana hears: due/month
            02-28 09:00 ana hears: due/week
            03-01 10:00 Chen stops the clock: their text is not here
            03-01 10:00 the slip is taken away
            03-31 09:00 hana hears: waiting/ask
            04-15 10:00 Chen lets it run again: waited 31 working days; due 2020-04-21, originally 2020-03-06 (46 days later)
            04-15 10:00 the slip is blue
            04-15 10:00 ana hears: due/week
            04-15 10:00 ana hears: moved/at-once
            """);
        story.Item.ToldLate.Should().BeEmpty();
    }

    [Fact]
    public void for_months_asks_the_liaison_every_thirty_days() =>
        Waited(until: "2020-09-01 10:00").ToldOf("waiting/ask", "2020-09-01 12:00").Should().Be(
            """
            03-31 09:00 hana hears: waiting/ask
            04-30 09:00 hana hears: waiting/ask 1
            06-01 09:00 hana hears: waiting/ask 2, moved from 30 May: weekend (CN)
            06-29 09:00 hana hears: waiting/ask 3
            07-29 09:00 hana hears: waiting/ask 4
            08-28 09:00 hana hears: waiting/ask 5
            """);

    private static Story Waited(string dueOn = "2020-05-29", string until = "2020-04-15 10:00")
    {
        Contacts cast = Sample.Cast(Sample.Person("hana"), Sample.Person("ivan", Sample.Moscow, "RU") with { Contact = "hana" });
        AgreedItem item = Sample.Item(dueOn, "2020-02-03 10:00") with { Counterpart = "ivan" };
        return new Story(item, cast: cast) { TellsNames = true, TellsSlips = true, TellsShifts = true }
            .Signs("2020-02-03 11:00").Suspends("2020-03-01 10:00").Resumes(until);
    }
}
