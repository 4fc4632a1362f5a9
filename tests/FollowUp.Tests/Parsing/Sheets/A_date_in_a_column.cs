using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using NodaTime;

namespace FollowUp.Tests.Parsing.Sheets;

/// <summary>
/// A date is read as its office writes it, and where it could be two days, nobody guesses. Tests <see cref="DateColumn"/> and
/// <see cref="DateOrder"/>.
/// </summary>
public sealed class A_date_in_a_column
{
    [Theory]
    [InlineData("2020-05-29")]
    [InlineData("2020-5-29")]
    [InlineData("2020/5/29")]
    [InlineData("2020.05.29")]
    [InlineData("2020年5月29日")]
    [InlineData("2020 年 5 月 29 日")]
    [InlineData("２０２０年５月２９日")]
    [InlineData("29.05.2020")]
    [InlineData("29.5.2020 г.")]
    [InlineData("29/5/2020")]
    [InlineData("5/29/2020")]
    [InlineData("2020-05-29 00:00:00")]
    [InlineData("2020-05-29T00:00")]
    public void is_read_in_every_form_that_can_be_no_other_day(string text) =>
        new DateColumn([new(text)], null).Read(new(text)).Should().Be((new LocalDate(2020, 5, 29), null));

    [Theory]
    [InlineData(null, "date-unclear")]
    [InlineData(DateOrder.DayFirst, "2020-04-03")]
    [InlineData(DateOrder.MonthFirst, "2020-03-04")]
    public void that_could_be_two_days_is_asked_about_unless_its_sender_says_which(DateOrder? said, string expected) =>
        Shown(new DateColumn([new("3/4/2020")], said), "3/4/2020").Should().Be(expected);

    [Theory]
    [InlineData("3/4/2020, 29/5/2020", "2020-04-03")]
    [InlineData("3/4/2020, 5/29/2020", "2020-03-04")]
    [InlineData("3/4/2020, 5/29/2020, 29/5/2020", "date-unclear")]
    [InlineData("3/4/2020, 2020-05-29, 29.05.2020", "date-unclear")]
    [InlineData("4/4/2020", "2020-04-04")]
    public void is_shown_by_the_others_of_its_column(string column, string expected)
    {
        string[] texts = column.Split(", ");
        Shown(new DateColumn(texts.Select(text => new SheetCell(text)), null), texts[0]).Should().Be(expected);
    }

    [Theory]
    [InlineData("31.02.2020", "no-such-day")]
    [InlineData("2020-13-01", "no-such-month")]
    [InlineData("13/13/2020", "no-such-month")]
    [InlineData("29.05.20", "date-without-century")]
    [InlineData("43980", "date-is-number")]
    [InlineData("soon", "date-unreadable")]
    [InlineData("end of May 2020", "date-unreadable")]
    [InlineData("2020-05-29 14:30", "date-unreadable")]
    [InlineData("1599-05-29", "not-a-date")]
    public void that_is_none_says_what_is_wrong(string text, string code) =>
        Shown(new DateColumn([new(text)], null), text).Should().Be(code);

    [Fact]
    public void that_a_workbook_has_as_a_date_is_that_date() =>
        new DateColumn([], null).Read(new("whatever", new LocalDate(2020, 3, 4))).Day.Should().Be(new LocalDate(2020, 3, 4));

    [Fact]
    public void that_is_unclear_names_both_days_as_data()
    {
        string fault = new DateColumn([new("3/4/2020")], null).Read(new("3/4/2020")).Fault!;
        FaultPhrases.OfField(fault)!.Args.Should().Contain("dayFirst", new LocalDate(2020, 4, 3))
            .And.Contain("monthFirst", new LocalDate(2020, 3, 4)).And.Contain("text", "3/4/2020");
    }

    private static string Shown(DateColumn column, string text) => column.Read(new(text)) is (var day, var fault)
        && fault is not null
        ? FaultPhrases.OfField(fault)!.Code : NodaTime.Text.LocalDatePattern.Iso.Format(column.Read(new(text)).Day!.Value);
}
