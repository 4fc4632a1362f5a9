using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>Laws 1, 3 and 16. Elsewhere reminders are sent again on every restart. Due on Wednesday, 17 June 2020.</summary>
public sealed class A_host_that_is_started_again_and_again
{
    [Fact]
    public async Task around_the_moment_of_a_notice_sends_it_once()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        foreach (string moment in new[] { "2020-06-18 08:59", "2020-06-18 09:00", "2020-06-18 09:01", "2020-06-18 09:02" })
        {
            await town.Until(moment);
            await town.Stop();
            await town.Start();
        }

        await town.Until("2020-06-19 12:00");

        town.Mailbox.Since("2020-06-18 00:00").Should().Equal(
            "06-18 09:01 law: overdue/again", "06-19 09:01 first: overdue/level-1", "06-19 09:01 lead: overdue/level-1");
    }
}
