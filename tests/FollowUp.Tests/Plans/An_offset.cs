using FollowUp.Plans;
using FollowUp.Timetables;

namespace FollowUp.Tests.Plans;

/// <summary>Tests <see cref="Offset"/>.</summary>
public sealed class An_offset
{
    [Theory]
    [InlineData("0", 0, OffsetUnit.CalendarDays)]
    [InlineData("-30cd", -30, OffsetUnit.CalendarDays)]
    [InlineData("+1wd", 1, OffsetUnit.WorkingDays)]
    [InlineData("5wd", 5, OffsetUnit.WorkingDays)]
    [InlineData("-1mo", -1, OffsetUnit.Months)]
    public void is_a_count_and_a_unit(string text, int count, OffsetUnit unit) =>
        Offset.Parse(text).Should().Be(new Offset(count, unit));

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("7d")]
    [InlineData("7 cd")]
    [InlineData("+cd")]
    [InlineData("--7cd")]
    [InlineData("7CD")]
    [InlineData("3661cd")]
    [InlineData("121mo")]          // ten years, whatever they are counted in
    [InlineData("99999cd")]
    [InlineData("1wd\n")]
    [InlineData("٣wd")]            // a digit, but none of ours
    public void is_nothing_else(string text) => Offset.Parse(text).Should().BeNull();

    [Theory]
    [InlineData("-30cd")]
    [InlineData("+1wd")]
    [InlineData("+12mo")]
    [InlineData("0")]
    public void reads_as_it_was_written(string text) => Offset.Parse(text)!.Value.ToString().Should().Be(text);

    [Theory]
    [InlineData("2020-01-31", "1mo", "2020-02-29")]
    [InlineData("2020-01-31", "2mo", "2020-03-31")]
    [InlineData("2021-01-31", "1mo", "2021-02-28")]
    [InlineData("2020-03-31", "-1mo", "2020-02-29")]
    [InlineData("2020-02-29", "12mo", "2021-02-28")]
    [InlineData("2020-09-30", "1wd", "2020-10-09")]
    [InlineData("2020-09-30", "1cd", "2020-10-01")]
    public void leads_from_its_anchor_to_a_day(string anchor, string offset, string day) =>
        Step2Offset.Add(Offset.Parse(offset)!.Value, Sample.Day(anchor), Sample.Days("CN")).Should().Be(Sample.Day(day));
}
