using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 5 and 14. Due on Friday, 6 March 2020, and nobody answers.</summary>
public sealed class An_item_that_runs_late
{
    [Fact]
    public void climbs_to_the_second_level_and_all_who_heard_of_it_hear_of_its_end() =>
        Late()
            .Reports("2020-03-18 10:00")
            .Confirms("2020-03-18 17:00")
            .Told().Should().Be(
                """
                03-05 09:00 owner hears: due/eve
                03-06 09:00 owner hears: due/day
                03-09 09:00 owner hears: overdue/again
                03-10 09:00 level-1 hears: overdue/level-1
                03-10 09:00 issuer hears: overdue/level-1
                03-16 09:00 owner hears: overdue/again 1
                03-17 09:00 level-2 hears: overdue/level-2
                03-18 10:00 Ana reports it done
                03-18 10:00 issuer hears: confirmation/at-once
                03-18 17:00 Boris confirms
                03-18 17:00 owner hears: closing/done
                03-18 17:00 issuer hears: closing/done
                03-18 17:00 coordinator hears: closing/done
                03-18 17:00 told-late hears: closing/done
                03-18 17:00 told-late hears: closing/done
                """);

    [Fact]
    public void tells_exactly_those_that_it_is_done_who_were_told_that_it_is_late()
    {
        Story story = Late().Withdraws("2020-03-18 10:00");
        _ = story.Told();

        story.Item.ToldLate.Should().Equal("ana", "dora", "boris", "egor");
        story.Ledger.Where(row => row.Key.Ladder == FollowUp.Plans.LadderName.Closing).Select(row => row.Key.Recipient)
            .Should().BeEquivalentTo("ana", "boris", "chen", "dora", "egor");
    }

    [Fact]
    public void says_nothing_to_its_owner_after_the_confirmation_but_that_it_is_closed() =>
        string.Join('\n', Late()
            .Reports("2020-03-09 12:00")
            .Confirms("2020-03-09 13:00")
            .Told().Split('\n').Where(line => line.Contains("owner", StringComparison.Ordinal))).Should().Be(
                """
                03-05 09:00 owner hears: due/eve
                03-06 09:00 owner hears: due/day
                03-09 09:00 owner hears: overdue/again
                03-09 13:00 owner hears: closing/done
                """);

    [Fact]
    public void is_let_go_of_after_twelve_more_words_to_its_owner()
    {
        Story story = Late();
        string[] told = story.Told().Split('\n');

        told.Count(line => line.Contains("overdue/again", StringComparison.Ordinal)).Should().Be(13);
        told.Where(line => line.Contains("level-", StringComparison.Ordinal)).Should().Equal(
            "03-10 09:00 level-1 hears: overdue/level-1",
            "03-10 09:00 issuer hears: overdue/level-1",
            "03-17 09:00 level-2 hears: overdue/level-2",
            "03-27 09:00 level-3 hears: overdue/level-3");
        story.Item.NextAt.Should().BeNull();
    }

    private static Story Late() => new(Doings.Signed("2020-03-06", "2020-03-04 08:00"));
}
