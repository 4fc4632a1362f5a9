using FollowUp.Items;
using FollowUp.Tests.Stories.Rig;
using FollowUp.Timetables;

namespace FollowUp.Tests.Timetables;

/// <summary>Tests <see cref="Timetable"/> and <see cref="Decision"/>.</summary>
public sealed class An_item_that_is_withdrawn
{
    [Fact]
    public void says_so_once_and_is_silent() =>
        new Story(Sample.Item("2020-05-29", "2020-05-25 08:00") with { Receipt = new("ana", Sample.At("2020-05-25 08:00")) })
            .On("2020-05-27 12:00", "Chen withdraws it", (item, at) => item.Withdraw(new("chen"), at, "agreed otherwise"))
            .Told().Should().Be(
                """
                05-27 12:00 Chen withdraws it
                05-27 12:00 owner hears: closing/done
                05-27 12:00 issuer hears: closing/done
                05-27 12:00 coordinator hears: closing/done
                """);
}
