using FollowUp.Items;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 5 to 7: how late a letter is, is counted in hours that passed, and not on the face of a clock.</summary>
public sealed class A_host_down_while_the_clocks_change
{
    private const string Berlin = "Europe/Berlin";

    [Theory]
    [InlineData("2020-03-29")] // the night had 23 hours
    [InlineData("2020-10-25")] // and this one 25
    public void says_an_hour_late_where_it_was_an_hour(string due)
    {
        string eve = Sample.Day(due).PlusDays(-1).ToString("uuuu-MM-dd", null);
        Story story = new Story(Sample.Item(due, $"{eve} 08:00", Berlin, "DAILY").Sign(new("ana"), Sample.At($"{eve} 08:00", Berlin)),
            cast: Sample.CastIn(Berlin, "DAILY"))
        { TellsLetters = true }
            .Down($"{eve} 22:00", $"{due} 10:00");

        story.Told($"{due} 12:00").Should().EndWith($"{due[5..]} 10:00 ana gets: Due today: Revised protocol");
        story.LetterTo("ana", $"{due} 10:00").Should().Contain("09:00; it reaches you 1 hour late. The delay is ours, not yours.");
    }
}
