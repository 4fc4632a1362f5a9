using FollowUp.Items;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>Tests <see cref="Stage"/> and <see cref="Verbs"/>.</summary>
public sealed class A_stage
{
    private static readonly Instant Before = Sample.At("2020-03-02 09:00");
    private static readonly Instant After = Sample.At("2020-03-04 09:00");

    private static AgreedItem Item { get; } =
        Sample.Item("2020-06-30", "2020-03-02 08:00")
            .Sign(new("ana"), Before) with
        { Stages = [new("draft", new(2020, 3, 3)), new("review", new(2020, 5, 1))] };

    [Fact]
    public void that_was_missed_makes_the_item_yellow_until_it_is_behind_us()
    {
        Item.SlipAt(Before).Should().Be(Slip.None);
        Item.SlipAt(After).Should().Be(Slip.Yellow);
        Item.FinishStage(new("ana"), After, "draft").SlipAt(After).Should().Be(Slip.None);
    }

    [Fact]
    public void is_behind_us_once_and_by_the_first_who_said_so()
    {
        AgreedItem done = Item.FinishStage(new("ana"), Before, "draft");

        done.Stages.Should().Equal(new Stage("draft", new(2020, 3, 3)) { Done = new("ana", Before) }, new Stage("review", new(2020, 5, 1)));
        done.FinishStage(new("ana"), After, "draft").Should().BeSameAs(done);
    }

    [Fact]
    public void is_the_owners_word_and_not_the_issuers_and_only_while_the_item_is_open()
    {
        Item.Invoking(item => item.FinishStage(new("boris"), Before, "draft")).Should().Throw<ItemRefusedException>()
            .WithMessage("*cannot be moved past a stage by boris: only its owner (ana) or who supports (gleb) may*").Which.Refusal
            .Should().Be(Refusal.NotAllowed);
        Item.Withdraw(new("chen"), Before, "agreed otherwise").Invoking(item => item.FinishStage(new("ana"), After, "draft"))
            .Should().Throw<ItemRefusedException>().Which.Refusal.Should().Be(Refusal.NotNow);
    }
}
