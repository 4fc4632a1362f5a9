using FollowUp.Ledger;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// Laws 4, 5 and 6. Elsewhere, what was missed while the service was down is skipped for ever. Due on Friday, 6 March 2020.
/// </summary>
public sealed class Three_weeks_without_a_host
{
    [Fact]
    public void tell_the_owner_first_and_the_levels_a_working_day_later_and_leave_no_rung_unaccounted_for()
    {
        Story story = Down(tellsSilence: true);
        story.Told("2020-03-20 12:00").Should().Be(
            """
            02-24 10:00 ana is spared: due/month, before assignment
            03-18 14:00 ana is spared: due/week, superseded by due/day/0 to ana
            03-18 14:00 ana is spared: due/eve, superseded by due/day/0 to ana
            03-18 14:00 ana is spared: overdue/again, superseded by overdue/again/1 to ana
            03-18 14:00 ana hears: due/day
            03-18 14:00 ana hears: overdue/again 1
            03-19 09:00 dora hears: overdue/level-1
            03-19 09:00 boris hears: overdue/level-1
            03-19 09:00 egor hears: overdue/level-2
            """);
        LedgerRow level = story.Ledger.Single(row => row.Key.Recipient == "egor");
        (level.Planned, level.Since).Should().Be(
            (Sample.At("2020-03-17 09:00"), Sample.At("2020-03-19 09:00")), "that it waited for the owner is no delay of ours");
    }

    [Fact]
    public void end_in_one_letter_for_each_reader_that_says_how_late_it_is()
    {
        Story story = Down(tellsLetters: true);
        string[] letters = [.. story.Told("2020-03-20 12:00").Split('\n')];
        letters.Should().Equal(
            "03-18 14:00 ana gets: Overdue by 12 days: Revised protocol",
            "03-19 09:00 dora gets: Overdue by 13 days: Revised protocol",
            "03-19 09:00 boris gets: Overdue by 13 days: Revised protocol",
            "03-19 09:00 egor gets: Overdue by 13 days: Revised protocol");
        story.LetterTo("ana", "2020-03-18 14:00").Should().Contain(
            "This notice was planned for Mon 16 Mar 2020 09:00; it reaches you 2 days late. The delay is ours, not yours.");
        story.LetterTo("egor", "2020-03-19 09:00").Should().NotContain("The delay is ours");
    }

    // What comes after goes on from the plan's own days, and not from the day the host came back: law 6.
    [Fact]
    public void move_nothing_that_comes_after_them() =>
        Down().ToldOf("hears", "2020-04-01 00:00").Should().EndWith(
            """
            03-23 09:00 ana hears: overdue/again 2
            03-27 09:00 fang hears: overdue/level-3
            03-30 09:00 ana hears: overdue/again 3
            """);

    private static Story Down(bool tellsSilence = false, bool tellsLetters = false) =>
        new Story(
            Doings.Signed("2020-03-06", "2020-02-24 10:00"))
        { TellsNames = true, TellsSilence = tellsSilence, TellsLetters = tellsLetters }
            .Down("2020-02-26 00:00", "2020-03-18 14:00");
}
