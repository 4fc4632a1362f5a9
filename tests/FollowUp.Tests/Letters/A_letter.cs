using FollowUp.Delivery;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.Plans;
using FollowUp.Tests.Letters.Rig;
using NodaTime;

namespace FollowUp.Tests.Letters;

/// <summary>Tests <see cref="Letter"/> and <see cref="LetterComposer"/>.</summary>
public sealed class A_letter
{
    [Theory]
    [InlineData(
        LadderName.Receipt, "owner", "Handed to you – please sign for it: Revised protocol – due on 29 May 2020, overdue by 4 days")]
    [InlineData(LadderName.Receipt, "level-1", "Not yet signed for by Ana: Revised protocol – due on 29 May 2020, overdue by 4 days")]
    [InlineData(LadderName.Due, "owner", "The due date, 29 May 2020, has passed: Revised protocol – please report its completion")]
    [InlineData(LadderName.Overdue, "owner", "Overdue by 4 days: Revised protocol – due on 29 May 2020, please report its completion")]
    [InlineData(LadderName.Overdue, "level-1", "Overdue by 4 days: Revised protocol – due on 29 May 2020")]
    [InlineData(LadderName.Progress, "owner", "A word on progress, please: Revised protocol – due on 29 May 2020, overdue by 4 days")]
    [InlineData(
        LadderName.Progress, "level-1", "A word on progress is asked of Ana: Revised protocol – due on 29 May 2020, overdue by 4 days")]
    [InlineData(LadderName.Confirmation, "issuer",
        "Reported done – please confirm or return: Revised protocol – due on 29 May 2020, reported 4 days late")]
    [InlineData(LadderName.Confirmation, "coordinator",
        "Reported done, and not yet answered by Boris: Revised protocol – due on 29 May 2020, reported 4 days late")]
    [InlineData(LadderName.Returned, "owner",
        "Sent back to you by Boris: Revised protocol – due on 29 May 2020, overdue by 4 days, please mend it and report again")]
    [InlineData(LadderName.Returned, "coordinator", "Sent back to Ana by Boris: Revised protocol – due on 29 May 2020, overdue by 4 days")]
    [InlineData(
        LadderName.Waiting, "liaison", "Please ask the other side to move: Revised protocol – due on 29 May 2020, overdue by 4 days")]
    [InlineData(
        LadderName.Silence, "coordinator", "No word from Ana since 2 March 2020: Revised protocol – due on 29 May 2020, overdue by 4 days")]
    [InlineData(LadderName.Blocked, "coordinator", "Not begun, and overdue by 4 days: Revised protocol – due on 29 May 2020")]
    [InlineData(LadderName.Extension, "issuer",
        "Ana asks for an extension: Revised protocol – due on 29 May 2020, overdue by 4 days, please grant or refuse it")]
    [InlineData(LadderName.Extension, "coordinator",
        "A request for an extension is not yet answered by Boris: Revised protocol – due on 29 May 2020, overdue by 4 days")]
    [InlineData(LadderName.Answered, "owner", "Extension to 19 June 2020 granted by Boris: Revised protocol")]
    [InlineData(LadderName.Moved, "owner", "Rescheduled by Chen: due on 19 June 2020: Revised protocol")]
    [InlineData(LadderName.Handover, "former-owner", "Handed over to Gleb: Revised protocol – overdue by 4 days")]
    [InlineData(LadderName.Handover, "owner", "Handed to you, and waiting for the other side: Revised protocol – overdue by 4 days")]
    [InlineData(LadderName.Question, "issuer",
        "Ana asks you a question: Revised protocol – due on 29 May 2020, overdue by 4 days, please answer")]
    [InlineData(LadderName.Question, "coordinator",
        "A question of Ana is not yet answered: Revised protocol – due on 29 May 2020, overdue by 4 days")]
    [InlineData(LadderName.Reply, "owner", "Boris answered your question: Revised protocol – due on 29 May 2020, overdue by 4 days")]
    [InlineData(
        LadderName.Escalated, "level-1", "Escalated to you by Boris: Revised protocol – due on 29 May 2020, overdue by 4 days")]
    [InlineData(
        LadderName.Escalated, "coordinator", "Escalated to Dora by Boris: Revised protocol – due on 29 May 2020, overdue by 4 days")]
    [InlineData(LadderName.Closing, "owner", "Closed by Boris: Revised protocol – reported 4 days late")]
    [InlineData(
        LadderName.Undelivered, "coordinator", "A letter could not be delivered: Revised protocol – due on 29 May 2020, overdue by 4 days")]
    public void says_in_its_subject_what_it_is_about(LadderName ladder, string role, string subject) =>
        SampleLetters.Written(SampleLetters.Row(ladder, role, "ana")).Subject.Should().Be(subject);

    public static TheoryData<LadderName, string> Everything => [.. Enum.GetValues<LadderName>().SelectMany(ladder =>
        new[] { "owner", "supporting", "issuer", "coordinator", "liaison", "level-1", "told-late" }.Select(role => (ladder, role)))];

    [Theory]
    [MemberData(nameof(Everything))]
    public void of_any_ladder_to_anybody_is_whole(LadderName ladder, string role)
    {
        RenderedLetter letter = SampleLetters.Written(SampleLetters.Row(ladder, role, "ana"));
        foreach (string part in new[] { letter.Subject, letter.Text, letter.Html })
        {
            part.Should().NotContain("{{").And.NotContain("}}").And.NotContain("“”").And.NotContain(" ,");
        }

        letter.Text.Should().Contain("https://board.example/board/#/agreements/2019-11-21-beijing/items/protocol-1");
        letter.Text.Should().NotContain("\n\n\n").And.NotMatchRegex("[ \t]\n");
        letter.Html.Should().Contain("<article class=\"" + ladder.ToString().ToLowerInvariant() + "\">").And.NotContain("<h1></h1>")
            .And.NotContain("<p></p>");
    }

    [Fact]
    public void reads_well() =>
        SampleLetters.Written(SampleLetters.Row(LadderName.Overdue, "owner", "gleb") with
        {
            SentTo = "ana",
            Since = Sample.At("2020-05-31 09:00"),
            Explanation = "moved from 1 Oct: National Day (CN)",
            Trace = "gleb absent → ana",
        }).Text.ReplaceLineEndings("\n").Should().Be(
            """
            Ana,

            Overdue by 4 days
              Revised protocol
              Working meeting, minutes, 21 November 2019
              “Both sides shall revise the protocol.”
              Due on 29 May 2020. Owner: Ana. Issuer: Boris.
              Report its completion, or tell your coordinator what stands in the way.

              This notice was planned for Sun 31 May 2020 09:00; it reaches you 2 days late. The delay is ours, not yours.
              Day of this notice: moved from 1 Oct: National Day (CN).
              You receive it in place of Gleb, its owner: Gleb is absent.
              Look at it on the board: https://board.example/board/#/agreements/2019-11-21-beijing/items/protocol-1

            Sent on behalf of Chen, who coordinates “Working meeting, minutes”. Questions go to chen@nia.example.
            FollowUp sends one letter at a time, and none when there is nothing to say.

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void says_that_it_is_late_only_when_it_is()
    {
        LedgerRow row = SampleLetters.Row(LadderName.Overdue, "owner", "ana");
        SampleLetters.Written(row).Text.Should().NotContain("The delay is ours");
        SampleLetters.Written(row with { Since = SampleLetters.Now - Duration.FromMinutes(59) }).Text
            .Should().NotContain("The delay is ours");
        SampleLetters.Written(row with { Since = SampleLetters.Now - Duration.FromMinutes(60) }).Text
            .Should().Contain("it reaches you 1 hour late");
        SampleLetters.Written(row with { Since = SampleLetters.Now - Duration.FromHours(47) }).Text
            .Should().Contain("it reaches you 47 hours late");
        SampleLetters.Written(row with { Since = SampleLetters.Now - Duration.FromHours(72) }).Html
            .Should().Contain("it reaches you 3 days late");
    }

    [Theory]
    [InlineData("2020-06-02", "Due today")]
    [InlineData("2020-06-03", "Due in 1 day, on 3 June 2020")]
    [InlineData("2020-06-09", "Due in 7 days, on 9 June 2020")]
    public void counts_the_days_that_are_left(string dueOn, string heading) =>
        SampleLetters.Written(SampleLetters.Row(LadderName.Due, "owner", "ana"), SampleLetters.About(LadderName.Due, dueOn)).Subject
            .Should().StartWith(heading + ": ");

    [Fact]
    public void that_could_not_be_delivered_is_told_of_once()
    {
        string text = SampleLetters.Written(SampleLetters.Row(LadderName.Undelivered, "coordinator", "ana")).Text;
        text.Should().Contain("A notice to Gleb was refused: 550 no such mailbox.").And.NotContain("Day of this notice");
    }

    // Law 16: one letter, the most consequential first.
    [Fact]
    public void begins_with_what_weighs_most()
    {
        Letter letter = SampleLetters.Every("ana");
        letter.Notices.Select(notice => notice.Ladder).Should().Equal(
            "undelivered", "returned", "escalated", "overdue", "confirmation", "extension", "question", "answered", "moved", "reply", "due",
            "blocked", "receipt", "waiting", "silence", "progress", "handover", "closing", "absence", "review");
        SampleLetters.Templates.Render(letter).Subject
            .Should().StartWith("A letter could not be delivered: Revised protocol");
    }

    [Fact]
    public void counts_the_other_items_in_its_subject_and_not_the_other_words_about_one()
    {
        LedgerRow late = SampleLetters.Row(LadderName.Overdue, "owner", "ana");
        LedgerRow other = late with { Key = late.Key with { Item = "annex" } };
        Letter letter = SampleLetters.Letter(
            Sample.Person("ana"), SampleLetters.Facts(late), SampleLetters.Facts(SampleLetters.Row(LadderName.Due, "owner", "ana")),
            SampleLetters.Facts(other), SampleLetters.Facts(other with { Key = other.Key with { Item = "visit" } }));
        SampleLetters.Templates.Render(letter).Subject.Should().Be(
            "Overdue by 4 days: Revised protocol – due on 29 May 2020, please report its completion (and 2 other items)");
    }

    /// <summary>After an outage: what is past is not told beside what came of it, and everything else in a line.</summary>
    [Fact]
    public void tells_one_story_of_an_item_once()
    {
        RenderedLetter letter = SampleLetters.Templates.Render(SampleLetters.Letter(
            Sample.Person("ana"),
            SampleLetters.Facts(SampleLetters.Row(LadderName.Due, "owner", "ana")),
            SampleLetters.Facts(SampleLetters.Row(LadderName.Receipt, "owner", "ana")),
            SampleLetters.Facts(SampleLetters.Row(LadderName.Overdue, "owner", "ana"))));

        letter.Text.Should().Contain("\n  Also: Handed to you – please sign for it.\n").And.NotContain("has passed");
        foreach (string once in new[] { "Overdue by 4 days", "  Revised protocol", "Due on 29 May 2020.", "/items/protocol-1",
            "as its owner" })
        {
            letter.Text.Split(once).Should().HaveCount(2, once);
        }
    }

    /// <summary>That it is late is known; that it came back is not.</summary>
    [Theory]
    [InlineData("en", "Sent back to you by Boris: ", "overdue by 4 days", "Please mend it and report again.")]
    [InlineData("zh", "Boris已退回办结报告，请继续办理：", "已逾期4天", "请补正后重新报告。")]
    [InlineData("ru", "Возвращено Вам на доработку (Boris): ", "просрочено на 4 дня", "Просим доработать и доложить повторно.")]
    public void of_an_item_that_came_back_and_is_late_says_first_that_it_came_back(
        string language, string sentBack, string late, string ask)
    {
        AgreedItem item = SampleLetters.About(LadderName.Returned);
        LedgerRow overdue = SampleLetters.Row(LadderName.Overdue, "owner", "ana");
        RenderedLetter letter = SampleLetters.Templates.Render(SampleLetters.Letter(
            Sample.Person("ana") with { Language = language }, SampleLetters.Facts(overdue, item),
            SampleLetters.Facts(SampleLetters.Row(LadderName.Returned, "owner", "ana"), item)));

        letter.Subject.Should().StartWith(sentBack).And.Contain(late);
        letter.Text.Should().Contain(ask).And.Contain("the annex is missing");
        letter.Text.Split("4").Should().HaveCount(2, "the days are counted once");
    }

    /// <summary>Law 16: everything that falls due at one moment, of the largest agreement, and whom to ask about it.</summary>
    [Fact]
    public void holds_all_items_of_the_largest_agreement()
    {
        LedgerRow row = SampleLetters.Row(LadderName.Overdue, "owner", "ana");
        Letter letter = SampleLetters.Letter(Sample.Person("ana"), [.. Enumerable.Range(0, Letter.NoticesMax)
            .Select(n => SampleLetters.Facts(row with { Key = row.Key with { Item = $"the-revision-of-protocol-number-{n}" } }))]);

        letter.Notices.Should().HaveCount(Letter.NoticesMax);
        RenderedLetter written = SampleLetters.Templates.Render(letter);
        written.Subject.Should().EndWith("(and 499 other items)");
        written.Text.Should().Contain("Questions go to Chen, chen@nia.example.");
    }

    [Fact]
    public void that_closes_says_how()
    {
        LedgerRow row = SampleLetters.Row(LadderName.Closing, "owner", "ana", "done");
        SampleLetters.Written(row).Text.Should().Contain("“well done”. You will hear no more of it.");

        AgreedItem withdrawn = SampleLetters.About(LadderName.Due).Withdraw(new("chen"), SampleLetters.Now, "agreed otherwise");
        SampleLetters.Written(row, withdrawn).Subject.Should().StartWith("Withdrawn by Chen");
        SampleLetters.Written(row, withdrawn).Text.Should().Contain("“agreed otherwise”. You will hear no more of it.");
    }
}
