using FollowUp.Delivery.Languages;
using FollowUp.Letters;
using NodaTime;

namespace FollowUp.Tests.Delivery.Languages;

/// <summary>Tests <see cref="Sentence"/>, <see cref="DayWords"/> and <see cref="Language"/>.</summary>
public sealed class A_sentence
{
    private static readonly LetterLanguages All = new(LetterLanguages.Shipped());

    [Theory]
    [InlineData("en", "Done.", "The reason given: “Done.”")]
    [InlineData("en", "Done", "The reason given: “Done”.")]
    [InlineData("en", "Really?", "The reason given: “Really?”")]
    [InlineData("en", "Wait...", "The reason given: “Wait...”")]
    [InlineData("en", "שלום.", "The reason given: “\u2068שלום.\u2069”")]
    [InlineData("zh", "已签署。", "理由：“已签署。”")]
    [InlineData("zh", "已签署", "理由：“已签署”。")]
    [InlineData("en", "Done (at last.)", "The reason given: “Done (at last.)”.")]
    [InlineData("ru", "Готово!", "Указанная причина: «Готово!»")]
    public void ends_with_one_full_stop(string language, string said, string sentence) =>
        All[language].Say("reason", new Dictionary<string, object?> { ["said"] = said }).Should().Be(sentence);

    [Theory]
    [InlineData("en", "Due on 12 June 2026.")]
    [InlineData("zh", "办理期限：2026年6月12日。")]
    [InlineData("ru", "Срок исполнения — 12 июня 2026 г.")]
    public void writes_days_as_they_are_written_there(string language, string sentence) =>
        All[language].Say("due", new Dictionary<string, object?> { ["dueOn"] = new LocalDate(2026, 6, 12) }).Should().Be(sentence);

    [Theory]
    [InlineData("en", 1, "Overdue by 1 day")]
    [InlineData("en", 21, "Overdue by 21 days")]
    [InlineData("zh", 1, "已逾期1天")]
    [InlineData("ru", 1, "Просрочено на 1 день")]
    [InlineData("ru", 2, "Просрочено на 2 дня")]
    [InlineData("ru", 5, "Просрочено на 5 дней")]
    [InlineData("ru", 11, "Просрочено на 11 дней")]
    [InlineData("ru", 21, "Просрочено на 21 день")]
    public void counts_as_one_counts_there(string language, int days, string sentence) =>
        All[language].Say("heading.overdue", new Dictionary<string, object?> { ["daysLate"] = days }).Should().Be(sentence);

    [Theory]
    [InlineData("en", "counted over 1 to 8 Oct: National Day, Saturday (CN), and 2 more")]
    [InlineData("zh", "计算时未计入10月1日至8日（国庆节、星期六（CN）、另2项）")]
    [InlineData("ru", "не учтены дни 1–8 октября — День КНР, суббота (CN), и ещё 2")]
    public void says_what_it_consists_of(string language, string sentence)
    {
        string holiday = language switch { "zh" => "国庆节", "ru" => "День КНР", _ => "National Day" };
        Saying[] reasons = [new("holiday", new Dictionary<string, string> { ["name"] = holiday }),
            new("weekday", new Dictionary<string, string> { ["weekday"] = "6" })];
        Saying group = new("days-off-group", new Dictionary<string, string> { ["calendars"] = "CN" })
        {
            Parts = new Dictionary<string, IReadOnlyList<Saying>> { ["reasons"] = reasons },
        };
        All[language].Say(new Saying("counted-over", new Dictionary<string, string> { ["days"] = "10-01/10-08" })
        {
            Parts = new Dictionary<string, IReadOnlyList<Saying>>
            {
                ["daysOff"] = [group, new("days-off-more", new Dictionary<string, string> { ["count"] = "2" })],
            },
        }).Should().Be(sentence);
    }

    [Theory]
    [InlineData("2020-12-31/2021-01-08", "31 декабря – 8 января")]
    [InlineData("2020-10-01/2020-10-01", "1 октября")]
    [InlineData("once upon a time", "once upon a time")]
    public void spans_days(string days, string written) =>
        All["ru"].Say(new Saying("counted-over", new Dictionary<string, string> { ["days"] = days, ["daysOff"] = "x" }))
            .Should().Be($"не учтены дни {written} — x");

    [Fact]
    public void that_nobody_has_words_for_stands_as_it_is() =>
        All["ru"].Say(new Saying("unheard-of", new Dictionary<string, string> { ["what"] = "as it is" })).Should().Be("as it is");

    [Fact]
    public void that_lacks_a_fact_is_not_said() =>
        new Action(() => All["ru"].Say("due", new Dictionary<string, object?> { ["dueOn"] = null })).Should().Throw<KeyNotFoundException>();
}
