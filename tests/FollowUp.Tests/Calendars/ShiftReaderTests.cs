using FollowUp.Calendars;
using FollowUp.Tests.Phrases.Rig;
using NodaTime;

namespace FollowUp.Tests.Calendars;

/// <summary>
/// Law 8, for readers of other languages: what a ledger explains in English is found again as data. Tests <see cref="ShiftReader"/> and
/// <see cref="ShiftPhrases"/>.
/// </summary>
public sealed class ShiftReaderTests
{
    private static readonly string[][] Sides = [["CN"], ["RU"], ["CN", "RU"], ["PLAIN"], ["DAILY", "CN"]];

    [Theory]
    [InlineData("2020-10-01", "2020-09-30",
        """[{"code":"moved","args":{"day":"2020-10-01","daysOff":{"groups":[{"reasons":[{"code":"holiday","args":{"name":{"en":"National Day and Mid-Autumn Festival","zh":"国庆节、中秋节","ru":"День образования КНР и Праздник середины осени"}}}],"calendars":["CN"]}],"more":0}}}]""")]
    [InlineData("2020-03-07", "2020-03-06",
        """[{"code":"moved","args":{"day":"2020-03-07","daysOff":{"groups":[{"reasons":[{"code":"weekday","args":{"weekday":"saturday"}}],"calendars":["CN"]}],"more":0}}}]""")]
    [InlineData("2020-03-08", "2020-03-06",
        """[{"code":"moved","args":{"day":"2020-03-08","daysOff":{"groups":[{"reasons":[{"code":"weekend","args":{}}],"calendars":["CN"]}],"more":0}}}]""")]
    [InlineData("2020-09-27", "2020-09-27", """[{"code":"working-day","args":{"day":"2020-09-27","calendar":"CN"}}]""")]
    [InlineData("2027-01-01", "2027-01-01", """[{"code":"not-announced","args":{"calendar":"CN","knownThrough":"2026-12-31"}}]""")]
    public void finds_whole_dates_and_names_in_every_language(string from, string to, string parts)
    {
        JointDays days = Sample.Days("CN");
        string explained = new Shift(days, null, Sample.Day(from), days, Sample.Day(to)).Explain()!;
        ShiftReader.Read(explained, days, days, Sample.Day(to))!.Value.Parts().AsJson().Should().Be(parts);
    }

    [Fact]
    public void finds_every_shift_of_half_a_year()
    {
        int explained = 0;
        Seeds.Each(400, random =>
        {
            JointDays days = Sample.Days(random.One(Sides));
            JointDays kept = days.JoinedWith(Sample.Calendar(random.One("CN", "RU", "PLAIN", "DAILY")));
            LocalDate from = Sample.Day("2019-01-01").PlusDays(random.Next(365 * 9));
            int count = random.Next(-100, 101);
            LocalDate to = days.AddWorkingDays(from, count);
            LocalDate on = random.Chance(0.5) ? kept.RollBack(to) : kept.RollForward(to);
            Shift shift = new(days, random.Chance(0.7) ? from : null, to, kept, on)
            {
                Until = random.Chance(0.1) ? kept.RollForward(on.PlusDays(1)) : null,
            };
            if (shift.Explain() is { } text)
            {
                explained++;
                ShiftReader.Read(text, days, kept, shift.Until ?? on).Should().NotBeNull(text).And.Subject
                    .As<Shift>().Parts().AsJson().Should().Be(shift.Parts().AsJson(), text);
            }
        });
        explained.Should().BeGreaterThan(Environment.GetEnvironmentVariable(Seeds.Variable) is null ? 100 : 0);
    }

    [Theory]
    [InlineData("It was said on the telephone; so it is.")]
    [InlineData("moved from 7 Mar: Saturday (RU)")]
    [InlineData("moved from 9 Mar: Monday (CN)")]
    [InlineData("moved from 7 Mar: Saturday (CN); and so do further days")]
    public void finds_nothing_where_these_calendars_do_not_explain_it_so(string text) =>
        ShiftReader.Read(text, Sample.Days("CN"), Sample.Days("CN"), Sample.Day("2020-03-06")).Should().BeNull();
}
