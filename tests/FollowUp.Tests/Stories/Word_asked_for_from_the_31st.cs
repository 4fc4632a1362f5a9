using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// docs/design.md §3: months count from the anchor, never from the last result. An office that never rests, so that only the months show.
/// </summary>
public sealed class Word_asked_for_from_the_31st
{
    [Fact]
    public void comes_back_to_the_31st_after_every_short_month() =>
        Monthly("2020-01-31").Should().Be(
            """
            02-29 09:00 owner hears: progress/month
            03-31 09:00 owner hears: progress/month 1
            04-30 09:00 owner hears: progress/month 2
            05-31 09:00 owner hears: progress/month 3
            06-30 09:00 owner hears: progress/month 4
            """);

    [Fact]
    public void of_a_year_without_a_29th_of_February_ends_it_on_the_28th() =>
        Monthly("2021-01-31").Should().StartWith("02-28 09:00 owner hears: progress/month\n03-31 09:00 owner hears: progress/month 1\n");

    private static string Monthly(string assigned)
    {
        string year = assigned[..4];
        return new Story(
            Sample.Item($"{year}-09-01", $"{assigned} 10:00", Sample.Shanghai, "DAILY"), cast: Sample.CastIn(Sample.Shanghai, "DAILY"))
            .Signs($"{assigned} 11:00").ToldOf("progress", $"{year}-07-31 12:00");
    }
}
