using System.Globalization;
using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Timetables;

namespace FollowUp.Tests.Timetables;

/// <summary>
/// Law 8, told by the wall clock of the item: the moments of every notice around the due date, and why they are what they are. Tests
/// <see cref="RungDate"/>, <see cref="ScheduledTime"/> and <see cref="Timetable"/>.
/// </summary>
public sealed class A_due_date_near_a_holiday
{
    // 27 September 2020 was worked for National Day, which the owner sees on no wall calendar of theirs.
    [Fact]
    public void is_a_Sunday_that_counts() => Told("2020-09-27", "CN").Should().Be(
        """
        Fri 28 Aug 09:00 due/month
        Sun 20 Sep → Fri 18 Sep 09:00 due/week: moved from 20 Sep: weekend (CN)
        Fri 25 Sep 09:00 due/eve
        Sun 27 Sep 09:00 due/day: Sun 27 Sep counts as a working day (CN)
        Mon 28 Sep 09:00 overdue/again
        Tue 29 Sep 09:00 overdue/level-1
        Tue 13 Oct 09:00 overdue/level-2: counted over 1 to 8 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN); Sat 10 Oct counts as a working day (CN)
        Fri 23 Oct 09:00 overdue/level-3: counted over 1 to 8 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN); Sat 10 Oct counts as a working day (CN)
        """);

    // 7 January 2020: Moscow is off until the 8th, Beijing works since the 2nd.
    [Fact]
    public void is_a_holiday_of_one_side() => Told("2020-01-07", "CN", "RU").Should().Be(
        """
        Sun 8 Dec → Fri 6 Dec 09:00 due/month: moved from 8 Dec: weekend (CN, RU)
        Tue 31 Dec 09:00 due/week
        Tue 31 Dec 09:00 due/eve: counted over 1 to 6 Jan: New Year Holidays (RU), New Year's Day (CN)
        Tue 7 Jan → Tue 31 Dec 09:00 due/day: moved from 7 Jan: Orthodox Christmas Day, New Year Holidays (RU), New Year's Day (CN)
        Thu 9 Jan 09:00 overdue/again: counted over 8 Jan: New Year Holidays (RU)
        Fri 10 Jan 09:00 overdue/level-1: counted over 8 Jan: New Year Holidays (RU)
        Fri 17 Jan 09:00 overdue/level-2: counted over 8 Jan: New Year Holidays (RU)
        Thu 6 Feb 09:00 overdue/level-3: counted over 8 Jan: New Year Holidays (RU); counted over 24 to 31 Jan: Spring Festival holiday, Spring Festival, special: Spring Festival holiday extension (COVID-19) (CN)
        """);

    // The last working day before 1 to 8 October 2020.
    [Fact]
    public void is_the_eve_of_a_Golden_Week() => Told("2020-09-30", "CN").Should().Be(
        """
        Mon 31 Aug 09:00 due/month
        Wed 23 Sep 09:00 due/week
        Tue 29 Sep 09:00 due/eve
        Wed 30 Sep 09:00 due/day
        Fri 9 Oct 09:00 overdue/again: counted over 1 to 8 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN)
        Sat 10 Oct 09:00 overdue/level-1: counted over 1 to 8 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN); Sat 10 Oct counts as a working day (CN)
        Fri 16 Oct 09:00 overdue/level-2: counted over 1 to 8 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN); Sat 10 Oct counts as a working day (CN)
        Wed 28 Oct 09:00 overdue/level-3: counted over 1 to 8 Oct: National Day and Mid-Autumn Festival, National Day, National Day and Mid-Autumn Festival holiday (CN); Sat 10 Oct counts as a working day (CN)
        """);

    // The day before is more than a week away, and the letter says why.
    [Fact]
    public void is_the_day_after_a_Golden_Week() => Told("2020-10-09", "CN").Split('\n').Skip(1).Take(3).Should().Equal(
        "Fri 2 Oct → Wed 30 Sep 09:00 due/week: moved from 2 Oct: National Day, National Day and Mid-Autumn Festival (CN)",
        "Wed 30 Sep 09:00 due/eve: counted over 1 to 8 Oct: National Day and Mid-Autumn Festival holiday, National Day, National Day and "
            + "Mid-Autumn Festival (CN)",
        "Fri 9 Oct 09:00 due/day");

    /// <summary>Without what is repeated, and each rung once however many hear it.</summary>
    private static string Told(string dueOn, params string[] calendars)
    {
        AgreedItem item = Sample.Item(dueOn, "2019-11-21 09:00", Sample.Shanghai, calendars);
        return string.Join(
            '\n', item.Lines().Where(entry => entry.Key is { Ladder: LadderName.Due or LadderName.Overdue, Occurrence: 0 }).Select(Told)
                .Distinct());
    }

    private static string Told(TimetableEntry entry)
    {
        NodaTime.LocalDateTime at = entry.Planned.InZone(NodaTime.DateTimeZoneProviders.Tzdb[Sample.Shanghai]).LocalDateTime;
        string counted = entry.Shift!.Value.To == at.Date ? "" : $"{Day(entry.Shift.Value.To)} → ";
        string why = entry.Explanation is { } said ? $": {said}" : "";
        return $"{counted}{Day(at.Date)} {at.ToString("HH:mm", CultureInfo.InvariantCulture)} "
            + $"{entry.Key.Ladder.ToString().ToLowerInvariant()}/{entry.Key.Rung}{why}";
    }

    private static string Day(NodaTime.LocalDate day) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture);
}
