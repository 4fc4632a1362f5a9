using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Plans;
using FollowUp.Tests.Stories.Rig;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>
/// Owner and issuer ask each other, one question at a time. Tests <see cref="Questioning"/>, <see cref="Question"/> and
/// <see cref="QuestionReply"/>.
/// </summary>
public sealed class A_question
{
    private static readonly Actor Ana = new("ana"), Boris = new("boris");
    private static readonly Instant Monday = Sample.At("2020-03-02 10:00"), Tuesday = Sample.At("2020-03-03 10:00");
    private static readonly AgreedItem Item = Doings.Signed("2020-06-30", "2020-03-02 08:00");
    private static readonly AgreedItem Asked = Item.Ask(Ana, Monday, "which annex?");

    [Fact]
    public void is_asked_of_the_other_side_and_answered_by_it()
    {
        AgreedItem answered = Asked.Reply(Boris, Tuesday, 1, "annex 2");

        Asked.Questions.Should().Equal(new Question(1, "ana", Monday, "issuer", "which annex?"));
        answered.Questions[0].Reply.Should().Be(new QuestionReply("boris", Tuesday, "annex 2", "ana"));
        Asked.OpenQuestion.Should().Be(Asked.Questions[0]);
        answered.OpenQuestion.Should().BeNull();
        Item.Ask(Boris, Monday, "how far?").Questions[0].Of.Should().Be("owner");
        (JournalText.OfQuestion(Asked), Asked.DueOn).Should().Be(("of the issuer: which annex?", Item.DueOn));
    }

    [Fact]
    public void that_is_said_again_changes_nothing()
    {
        AgreedItem answered = Asked.Reply(Boris, Tuesday, 1, "annex 2");
        Asked.Ask(Ana, Tuesday, "which annex?").Should().BeSameAs(Asked);
        answered.Reply(Boris, Tuesday, 1, "annex 2").Should().BeSameAs(answered);
    }

    [Fact]
    public void is_for_owner_and_issuer_and_waits_for_its_answer()
    {
        Refused(() => Item.Ask(new("chen"), Monday, "x")).Should().Contain("its owner (ana) or its issuer (boris)");
        Refused(() => Asked.Reply(Ana, Monday, 1, "x")).Should().Contain("only its issuer (boris)");
        Refused(() => Asked.Ask(Boris, Tuesday, "how far?")).Should().Contain("question 1, of ana");
        Refused(() => Asked.Reply(Boris, Tuesday, 1, "annex 2").Reply(Boris, Tuesday, 1, "annex 3"))
            .Should().Contain("was answered by boris");
        Refused(() => (Item with { Issuer = "ana" }).Ask(Ana, Monday, "x")).Should().EndWith("there is nobody else to ask.");
        Refused(() => Asked.Withdraw(new("chen"), Tuesday, "x").Reply(Boris, Tuesday, 1, "x")).Should().Contain("it was withdrawn");
        AgreedItem many = Item with
        {
            Questions = [.. Enumerable.Range(1, Questioning.QuestionsMax).Select(n =>
                new Question(n, "ana", Monday, "issuer", "x") { Reply = new("boris", Tuesday, "y", "ana") })],
        };
        Refused(() => many.Ask(Ana, Tuesday, "z")).Should().Contain("100 questions");
    }

    [Fact]
    public void is_the_move_of_whoever_is_asked()
    {
        NextActions.Of(Asked, [], null, Tuesday).Should().ContainEquivalentOf(
            new NextAction(NextActions.AnswerQuestion, Role.Issuer, ["boris"], Monday, Item.Id));
        NextActions.Of(Asked.Reply(Boris, Tuesday, 1, "annex 2"), [], null, Tuesday).Should().BeEmpty();
    }

    [Fact]
    public void goes_out_at_once_is_asked_again_and_the_answer_comes_back() =>
        new Story(Item) { TellsNames = true }
            .On("2020-03-03 10:00", "Ana asks", (item, now) => item.Ask(Ana, now, "which annex?"))
            .On("2020-03-09 11:00", "Boris answers", (item, now) => item.Reply(Boris, now, 1, "annex 2"))
            .Told("2020-03-12 00:00").Should().Be(
            """
            03-03 10:00 Ana asks
            03-03 10:00 boris hears: question/at-once
            03-05 09:00 boris hears: question/again
            03-06 09:00 chen hears: question/watch
            03-09 11:00 Boris answers
            03-09 11:00 ana hears: reply/at-once
            """);

    /// <summary>The one who has the item by then answers, or hears the answer.</summary>
    [Fact]
    public void goes_to_the_new_owner_with_the_item()
    {
        AgreedItem handed = Item.Ask(Boris, Monday, "how far?").HandTo(new("chen"), Tuesday, "gleb", "a new department");
        Hearing(handed, LadderName.Question).Should().BeEquivalentTo("gleb", "gleb", "chen");
        Refused(() => handed.Reply(Ana, Tuesday, 1, "half")).Should().Contain("only its owner (gleb)");
        Hearing(
            Asked.HandTo(new("chen"), Tuesday, "gleb", "a new department").Reply(Boris, Tuesday, 1, "annex 2"), LadderName.Reply)
            .Should().Equal("gleb");
        Hearing(
            Asked.Reply(Boris, Monday, 1, "annex 2").HandTo(new("chen"), Tuesday, "gleb", "a new department"), LadderName.Reply)
            .Should().BeEmpty("what was answered before is no news of theirs");
    }

    private static IEnumerable<string> Hearing(AgreedItem item, LadderName ladder) =>
        item.Lines().Where(line => line.Key.Ladder == ladder && line.Row is null).Select(line => line.Key.Recipient);

    private static string Refused(Action verb) => verb.Should().Throw<ItemRefusedException>().Which.Message;
}
