using FollowUp.Items;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Timetables;

/// <summary>Law 6: what was decided at three in the afternoon is not six hours late at three. Tests <see cref="Decision"/>.</summary>
public sealed class News_of_what_somebody_decided
{
    private static readonly Instant Afternoon = Sample.At("2020-02-05 15:00");
    private static readonly Instant Later = Sample.At("2020-02-07 16:00");
    private static readonly AgreedItem Item = Sample.Item("2020-05-29", "2020-01-06 09:00");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void about_an_extension_is_due_when_it_is_decided(bool isGranted)
    {
        AgreedItem item = Item.AskForExtension(new("ana"), Sample.At("2020-02-03 10:00"), Sample.Day("2020-06-12"), "The annex is late.", 2)
            .DecideExtension(new("boris"), Afternoon, 1, isGranted, null);

        item.Lines().Rung("answered/at-once").DueAt.Should().Be(Afternoon);
    }

    [Fact]
    public void is_new_to_an_owner_who_takes_over_later()
    {
        AgreedItem returned = Item.Report(new("ana"), Sample.At("2020-02-03 10:00"), new("none", null, "By phone."))
            .SendBack(new("boris"), Afternoon, "The annex is missing.");

        Handed(returned).Lines().Rung("returned/at-once", to: "gleb").DueAt.Should().Be(Later);
        Handed(returned).Lines().Rung("returned/at-once", to: "gleb").Planned.Should().Be(Sample.At("2020-02-05 09:00"));
    }

    private static AgreedItem Handed(AgreedItem item) => item.HandTo(new("chen"), Later, "gleb", "She left.");
}
