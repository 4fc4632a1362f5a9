using FollowUp.Delivery;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.Plans;
using FollowUp.Tests.Letters.Rig;

namespace FollowUp.Tests.Letters;

/// <summary>
/// Laws 15 and 16: what a level reads once a week. Ana's protocol is late by four days, Gleb's visit by nine and his survey by two. Tests
/// <see cref="ReviewLine"/> and <see cref="ReviewWriter"/>.
/// </summary>
public sealed class A_weekly_letter
{
    [Fact]
    public void says_by_unit_what_is_late_since_when_its_reader_knows_and_whose_step_it_waits_for()
    {
        RenderedLetter letter = Written("en");

        letter.Subject.Should().Be("Overdue below you: 3 items of 2 units, the longest by 9 days");
        letter.Text.ReplaceLineEndings("\n").Should().StartWith(
            """
            Dora,

            Overdue below you: 3 items of 2 units, the longest by 9 days
              You are told once a week because they are late. Please see to it that each unit takes its next step.

            Gleb: 2 items overdue
              Visit
              Working meeting, minutes, 21 November 2019
              Overdue by 9 days: due on 24 May 2020.
              You learn of it today.
              Next step: Gleb signs for it.
              Look at it on the board: https://board.example/board/#/agreements/2019-11-21-beijing/items/visit

              Survey
              Working meeting, minutes, 21 November 2019
              Overdue by 2 days: due on 31 May 2020.
              You learn of it today.
              Next step: Gleb reports its completion.
              Look at it on the board: https://board.example/board/#/agreements/2019-11-21-beijing/items/survey

            Ana: 1 item overdue
              Revised protocol
              Working meeting, minutes, 21 November 2019
              Overdue by 4 days: due on 29 May 2020.
              You have known of it since 2 June 2020.
              Next step: Ana mends what was sent back and reports again.
              Next step: Boris grants or refuses the extension asked for.
              Look at it on the board: https://board.example/board/#/agreements/2019-11-21-beijing/items/protocol-1

              You receive it as the first level above the owner.

            Questions go to Chen, chen@nia.example.
            """);
    }

    [Theory]
    [InlineData("zh", "下级逾期事项：2个责任单位共3项，最长逾期9天", "Gleb：逾期2项", "已于2020年6月2日向您通报。", "下一步：由Gleb签收。")]
    [InlineData("ru", "Просрочено у подчинённых исполнителей: 3 поручения (2 исполнителя), наибольшая просрочка — 9 дней",
        "Gleb: просрочено 2 поручения", "О просрочке Вам сообщено 2 июня 2020 г.", "Следующий шаг: подтвердить получение (Gleb).")]
    public void speaks_its_readers_language(string language, string subject, params string[] sentences)
    {
        RenderedLetter letter = Written(language);

        letter.Subject.Should().Be(subject);
        letter.Text.Should().ContainAll(sentences).And.NotContain("Next step").And.NotContain("Overdue");
        letter.Html.Should().ContainAll(sentences).And.Contain($"lang=\"{language}\"");
    }

    [Fact]
    public void leads_to_each_item_and_lets_nobody_act_for_others()
    {
        RenderedLetter letter = Written("en");

        letter.Html.Should().Contain(
            """<a href="https://board.example/board/#/agreements/2019-11-21-beijing/items/visit">Look at it on the board</a>""")
            .And.NotContain("/answer#");
        letter.Letter.Notices.Should().OnlyContain(notice => notice.Answers.Count == 0);
    }

    // Law 6: what came late says so once, and not by each item.
    [Fact]
    public void says_how_late_it_comes()
    {
        LedgerRow late = Row("visit") with { Since = Sample.At("2020-05-25 09:00") };

        SampleLetters.Templates.Render(SampleLetters.Letter(Sample.Person("dora"), Facts(late, Visit), Facts(Row("survey"), Survey)))
            .Text.Should().Contain("This notice was planned for Mon 25 May 2020 09:00; it reaches you 8 days late.");
    }

    // Other notices of the same minute stand before it, each with all that belongs to it.
    [Fact]
    public void may_stand_below_other_notices()
    {
        RenderedLetter letter = SampleLetters.Templates.Render(SampleLetters.Letter(
            Sample.Person("dora"), Facts(Row("visit"), Visit),
            SampleLetters.Facts(SampleLetters.Row(LadderName.Overdue, "level-1", "dora"))));

        letter.Subject.Should().StartWith("Overdue by 4 days: Revised protocol");
        letter.Text.IndexOf("Overdue below you: 1 item of 1 unit", StringComparison.Ordinal)
            .Should().BeGreaterThan(letter.Text.IndexOf("Please see to it that Ana completes it.", StringComparison.Ordinal));
    }

    [Fact]
    public void is_kept_with_the_letters_of_other_weeks_and_not_with_those_of_an_item() =>
        Written("en").ToMime(new("FollowUp", "followup@nia.example")).Headers["References"].Should().Be("<review.dora@followup.example>");

    private static AgreedItem Protocol =>
        SampleLetters.About(LadderName.Returned) with { Extensions = SampleLetters.About(LadderName.Extension).Extensions };

    private static AgreedItem Visit =>
        Sample.Item("2020-05-24", "2020-03-02 08:00") with { Id = "visit", Owner = "gleb", Title = new() { En = "Visit" } };

    private static AgreedItem Survey =>
        (Sample.Item("2020-05-31", "2020-03-02 08:00") with { Id = "survey", Owner = "gleb", Title = new() { En = "Survey" } })
        .Sign(new("gleb"), Sample.At("2020-03-03 09:00"));

    private static RenderedLetter Written(string language) => SampleLetters.Templates.Render(SampleLetters.Letter(
        Sample.Person("dora") with { Name = "Dora", Language = language },
        Facts(Row("survey"), Survey), Facts(Row("protocol-1"), Protocol), Facts(Row("visit"), Visit)));

    private static LedgerRow Row(string item) =>
        SampleLetters.Row(LadderName.Review, "level-1", "dora", "week") is var row ? row with { Key = row.Key with { Item = item } } : row;

    /// <summary>That she was told of the protocol before, and of nothing else.</summary>
    private static NoticeFacts Facts(LedgerRow row, AgreedItem item)
    {
        LedgerRow told = SampleLetters.Row(LadderName.Overdue, "level-1", "dora", "level-1")
            .WithState(NoticeState.Sent, Sample.At("2020-06-02 08:00"));
        return SampleLetters.Facts(row, item) with { Ledger = item.Id == "protocol-1" ? [told, row] : [row] };
    }
}
