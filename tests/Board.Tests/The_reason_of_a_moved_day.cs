using System.Text.Json;
using FollowUp.Agreements;
using FollowUp.Board.Tests.Rig;
using FollowUp.Calendars;
using FollowUp.Phrases;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Board.Tests;

/// <summary>
/// Law 8: a shift explains itself, and to each reader in their own language. Each is given by its English, as the service says it.
/// </summary>
public sealed class The_reason_of_a_moved_day
{
    private const string Explain =
        """
        async parts => {
          const { phrasesText } = await import('/board/text/phrase-text.js');
          return phrasesText('shift', JSON.parse(parts), {});
        }
        """;

    private static readonly Phrase[][] Shifts =
    [
        [Moved("2020-03-08", Off(["CN"], Weekday(IsoDayOfWeek.Sunday)))],
        [Moved("2020-10-01", Off(["CN"], Holiday("National Day"))), Worked("2020-09-27", "CN")],
        [Moved("2020-01-07", Off(["RU"], Holiday("Orthodox Christmas Day")))],
        [Moved("2020-03-07", Off(["CN"], Weekday(IsoDayOfWeek.Saturday)), Off(["RU"], Weekday(IsoDayOfWeek.Saturday)))],
        [Moved("2020-02-01", Off(["CN"], Holiday("special: Spring Festival holiday extension (COVID-19)")))],
        [ShiftPhrases.Moved.With(Day("2020-10-08"),
            new DaysOff([Off(["CN"], Holiday("National Day"), Holiday("National Day holiday")), Off(["RU"], Weekend)], 2))],
        [Moved("2020-03-07", Off(["CN", "RU"], Weekday(IsoDayOfWeek.Saturday)))],
        [CountedOver("2019-12-31", "2020-01-08", Off(["CN"], Holiday("New Year's Day"))), ShiftPhrases.CountedOverMore.With()],
        [CountedOver("2019-10-01", "2019-10-07", Off(["CN"], Holiday("National Day")))],
        [ShiftPhrases.NotAnnounced.With("CN", Day("2026-12-31"))],
        [Moved("2020-01-07", Off(["RU"], Named(new() { En = "A day that no calendar knows" })))],
        [Moved("2020-01-07", Off(["XX"], Holiday("Orthodox Christmas Day")))],
    ];

    [Theory]
    [InlineData("moved from 8 Mar: Sunday (CN)", "由3月8日调整：星期日（CN）")]
    [InlineData("moved from 1 Oct: National Day (CN); Sun 27 Sep counts as a working day (CN)", "由10月1日调整：国庆节（CN）；9月27日周日算作工作日（CN）")]
    [InlineData("moved from 7 Jan: Orthodox Christmas Day (RU)", "由1月7日调整：东正教圣诞节（RU）")]
    [InlineData("moved from 7 Mar: Saturday (CN), Saturday (RU)", "由3月7日调整：星期六（CN）、星期六（RU）")]
    [InlineData("moved from 1 Feb: special: Spring Festival holiday extension (COVID-19) (CN)", "由2月1日调整：特别：春节假期延长（新冠疫情防控）（CN）")]
    public async Task is_said_in_Chinese(string text, string expected) => (await Said("zh-CN", text)).Should().Be(expected);

    [Theory]
    [InlineData("moved from 8 Oct: National Day, National Day holiday (CN), weekend (RU) and 2 more",
        "перенесено с 8 окт.: День образования КНР, Каникулы: День образования КНР (CN), выходные (RU) и ещё 2")]
    [InlineData("moved from 7 Mar: Saturday (CN, RU)", "перенесено с 7 мар.: суббота (CN, RU)")]
    [InlineData("counted over 31 Dec to 8 Jan: New Year's Day (CN); and over further holidays",
        "не считая 31 дек. – 8 янв.: Новый год (CN); и другие праздники")]
    [InlineData("counted over 1 to 7 Oct: National Day (CN)", "не считая 1 окт. – 7 окт.: День образования КНР (CN)")]
    [InlineData("CN is not announced beyond 31 Dec 2026: counted by the weekend alone",
        "CN известен только по 31 дек. 2026 г.: дальше учтены лишь выходные")]
    public async Task is_said_in_Russian(string text, string expected) => (await Said("ru-RU", text)).Should().Be(expected);

    [Theory]
    [InlineData("moved from 1 Oct: National Day (CN); Sun 27 Sep counts as a working day (CN)")]
    [InlineData("moved from 7 Jan: A day that no calendar knows (RU)")]
    [InlineData("moved from 7 Jan: Orthodox Christmas Day (XX)")]
    public async Task is_as_the_service_gave_it_in_English(string text) =>
        (await Said("en-US", text))!.Replace("Sept", "Sep", StringComparison.Ordinal).Should().Be(text);

    [Fact]
    public async Task is_left_to_its_English_where_the_service_gives_no_more() => (await Page("zh-CN", "null")).Should().BeNull();

    private static Task<string?> Said(string locale, string text) =>
        Page(locale, JsonSerializer.Serialize(
            Shifts.Single(parts => string.Join("; ", parts.Select(ShiftPhrases.Vocabulary.Say)) == text), Json.Options));

    private static async Task<string?> Page(string locale, string parts)
    {
        string? said = null;
        await Window.On(await Moments.Empty, new Seat(Locale: locale), async window =>
            said = await (await window.Open()).Page.EvaluateAsync<string?>(Explain, parts));
        return said;
    }

    private static Phrase Moved(string day, params DaysOffGroup[] groups) => ShiftPhrases.Moved.With(Day(day), new DaysOff(groups, 0));

    private static Phrase CountedOver(string from, string to, params DaysOffGroup[] groups) =>
        ShiftPhrases.CountedOver.With(new DaySpan(Day(from), Day(to)), new DaysOff(groups, 0));

    private static Phrase Worked(string day, string calendar) => ShiftPhrases.WorkingDay.With(Day(day), calendar);

    private static DaysOffGroup Off(string[] calendars, params Phrase[] reasons) => new(reasons, calendars);

    /// <summary>By the name that the calendars which come with the app have for it in every language.</summary>
    private static Phrase Holiday(string english) =>
        Named(OfficialCalendars.Ids.SelectMany(id => OfficialCalendars.Find(id)!.Holidays.Values).First(name => name.En == english));

    private static Phrase Named(Wording name) => new(DaysOff.Holiday, new Dictionary<string, object> { ["name"] = name });

    private static Phrase Weekday(IsoDayOfWeek day) => new(DaysOff.Weekday, new Dictionary<string, object> { ["weekday"] = day });

    private static Phrase Weekend => new(DaysOff.Weekend, new Dictionary<string, object>());

    private static LocalDate Day(string day) =>
        LocalDate.FromDateTime(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
}
