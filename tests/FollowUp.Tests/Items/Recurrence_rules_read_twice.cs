using FollowUp.Items;
using FollowUp.Tests.Items.Rig;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>
/// Random rules: the library's days are those that the standard names, and a rule is refused exactly where it misses what it promises.
/// Tests <see cref="RecurrenceRule"/> and <see cref="RecurrencePeriods"/>.
/// </summary>
public sealed class Recurrence_rules_read_twice
{
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>The first ones, and some that only a long series comes to.</summary>
    private static readonly int[] Numbers = [1, 2, 3, 4, 5, 12, 25, 60];

    [Fact]
    public void have_the_days_that_the_standard_names() => Seeds.Each(2_000, random =>
    {
        (string rule, LocalDate first) = Rule(random);
        LocalDate end = first.PlusYears(12);
        Recurrence recurrence = new(rule, first, 1, "meet");
        IReadOnlyList<LocalDate> right = new DayByDay(rule, first).Until(end);
        Numbers.Select(n => recurrence.DueOn(n)).Select(day => day <= end ? day : null)
            .Should().Equal(Numbers.Select(n => n <= right.Count ? right[n - 1] : (LocalDate?)null), "{0} from {1}", rule, first);
    });

    [Fact]
    public void are_refused_exactly_where_they_miss_what_they_promise() => Seeds.Each(500, random =>
    {
        (string rule, LocalDate first) = Rule(random);
        DayByDay read = new(rule, first);
        LocalDate end = first.PlusYears(28);
        IReadOnlyList<LocalDate> days = read.Until(end);
        string? until = rule.Split(';').FirstOrDefault(part => part.StartsWith("UNTIL=", StringComparison.Ordinal))?[6..];
        string right = string.CompareOrdinal(until ?? "9", $"{first:uuuuMMdd}") < 0 ? "ends on"
            : days is not [var own, ..] || own != first ? "does not come round"
            : read.Missed(days, read.Last(days, end)) is not null ? "misses"
            : days.Count == 1 && read.Until(first.PlusYears(100)).Count == 1 ? "has no second"
            : "";
        (RecurrenceRule.Fault(rule, first, 2400) ?? "").Should().StartWith(right, "{0} from {1}", rule, first)
            .And.Match(said => right.Length > 0 || said.Length == 0);
    });

    // What comes from strangers is judged in tens of milliseconds, whatever it says: days are counted here, since a busy machine is no
    // clock.
    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO")]
    [InlineData("FREQ=WEEKLY;INTERVAL=1000;COUNT=2147483647;BYMONTH=2")]
    [InlineData(
        "FREQ=MONTHLY;COUNT=2147483647;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31")]
    [InlineData("FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1,2,3,4,5,6,7,8,9,10,-1,-2,-3,-4,-5,-6,-7,-8,-9,-10,366,-366")]
    [InlineData("FREQ=WEEKLY;INTERVAL=52;BYMONTH=2;UNTIL=99991231")]
    public void are_judged_at_once(string rule)
    {
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        for (int n = 0; n < 10; n++)
        {
            _ = RecurrenceRule.Fault(rule, new(2027, 2, 1), 2400);
        }

        (watch.Elapsed / 10).Should().BeLessThan(TimeSpan.FromMilliseconds(400), "most take less than twenty on a machine of its own");
    }

    private static (string Rule, LocalDate First) Rule(Random random)
    {
        string every = random.One("WEEKLY", "MONTHLY", "YEARLY");
        List<string> parts = [$"FREQ={every}"];
        bool isByWeek = every == "YEARLY" && random.Chance(0.2);
        if (random.Chance(0.3) && !isByWeek)
        {
            parts.Add($"INTERVAL={random.Next(1, 6)}");
        }

        bool isByMonth = !isByWeek && random.Chance(0.4);
        if (isByMonth)
        {
            parts.Add($"BYMONTH={Some(random, 1, 12, false)}");
        }

        if ((every == "MONTHLY" || (every == "YEARLY" && isByMonth)) && random.Chance(0.5))
        {
            parts.Add($"BYMONTHDAY={Some(random, 1, 31, true)}");
        }

        if (every == "YEARLY" && !isByWeek && !isByMonth && random.Chance(0.3))
        {
            parts.Add($"BYYEARDAY={Some(random, 1, 366, true)}");
        }

        if (isByWeek)
        {
            string sign = random.One("", "-");
            parts.Add($"BYWEEKNO={string.Join(',', Some(random, 1, 53, false).Split(',').Select(week => sign + week))}");
        }

        if (random.Chance(0.4))
        {
            int most = every == "MONTHLY" || isByMonth ? 5 : 53;
            parts.Add(
                $"BYDAY="
                    + $"{string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Day(random, every != "WEEKLY" && !isByWeek ? most : 0)).Distinct())}");
        }

        if (parts.Exists(part => part.StartsWith("BY", StringComparison.Ordinal)) && !isByWeek && random.Chance(0.25))
        {
            parts.Add($"BYSETPOS={Some(random, 1, 5, true)}");
        }

        if (random.Chance(0.15))
        {
            parts.Add($"WKST={random.One(Weekdays)}");
        }

        if (random.Chance(0.3))
        {
            parts.Add(
                random.One($"COUNT={random.Next(1, 9)}", $"UNTIL={random.Next(2027, 2036)}{random.Next(1, 13):00}{random.Next(1, 29):00}"));
        }

        string rule = string.Join(';', parts);
        LocalDate near = new LocalDate(2027, 1, 1).PlusDays(random.Next(0, 2_000));

        // Mostly from a day of its own, since all others are refused.
        return (rule, random.Chance(0.95) && new DayByDay(rule, near).Until(near.PlusYears(8)) is [var own, ..] ? own : near);
    }

    private static string Day(Random random, int most) =>
        $"{(most > 0 && random.Chance(0.6) ? $"{random.One("", "-")}{random.Next(1, most + 1)}" : "")}{random.One(Weekdays)}";

    private static string Some(Random random, int min, int max, bool fromEnd) =>
        string.Join(
            ',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(min, max + 1) * (fromEnd && random.Chance(0.4) ? -1 : 1))
                .Distinct());
}
