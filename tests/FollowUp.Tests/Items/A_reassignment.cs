using FollowUp.Items;
using FollowUp.Journal;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>Tests <see cref="Reassigning"/>, <see cref="ItemPart"/> and <see cref="Reassignment"/>.</summary>
public sealed class A_reassignment
{
    private static readonly Instant Monday = Sample.At("2020-03-02 09:00");
    private static readonly Instant Tuesday = Sample.At("2020-03-03 09:00");

    private static AgreedItem Item { get; } = Sample.Item("2020-03-06", "2020-03-02 08:00");

    private static AgreedItem Replaced { get; } = Item.Reassign(new("chen"), Monday, ItemPart.Issuer, ["fang"], "boris has left");

    [Theory]
    [InlineData(ItemPart.Issuer, "fang")]
    [InlineData(ItemPart.Coordinator, "fang")]
    [InlineData(ItemPart.Supporting, "fang", "egor")]
    [InlineData(ItemPart.Supporting)]
    [InlineData(ItemPart.Counterpart, "fang")]
    [InlineData(ItemPart.Chain, "fang", "egor")]
    public void says_which_part_went_from_whom_to_whom_and_why(string part, params string[] people)
    {
        AgreedItem after = Item.Reassign(new("chen"), Monday, part, people, "boris has left");

        after.PeopleIn(part).Should().Equal(people);
        after.Reassignments.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new Reassignment("chen", Monday, part, Item.PeopleIn(part), people, "boris has left"));
        after.WithPeopleAsOf(Monday - Duration.FromSeconds(1)).Should().BeEquivalentTo(Item);
        string text = JournalText.OfReassignment(part, Item.PeopleIn(part), people, "boris has left");
        JournalPhrases.Reassigned.Read(text)!.Args.GetValueOrDefault("people", Array.Empty<string>()).Should().BeEquivalentTo(people);
    }

    [Fact]
    public void to_those_who_have_it_changes_nothing() =>
        Replaced.Reassign(new("chen"), Tuesday, ItemPart.Issuer, ["fang"], "once more").Should().BeSameAs(Replaced);

    /// <summary>Whoever confirms may leave while a report waits for them.</summary>
    [Fact]
    public void is_possible_until_the_item_is_closed()
    {
        AgreedItem reported = Item.Report(new("ana"), Monday, new("document", "No. 12", null));
        Func<AgreedItem> closed = () => reported.Confirm(new("boris"), Monday, null)
            .Reassign(new("chen"), Tuesday, ItemPart.Issuer, ["fang"], "too late");

        reported.Reassign(new("chen"), Tuesday, ItemPart.Issuer, ["fang"], "boris has left").Issuer.Should().Be("fang");
        closed.Should().Throw<ItemRefusedException>().WithMessage("Item protocol-1 cannot be reassigned: it was confirmed by boris*");
    }

    /// <summary>Law 15: nobody decides about their own work, also where they become the issuer meanwhile.</summary>
    [Fact]
    public void makes_nobody_the_judge_of_what_they_reported_or_asked_for()
    {
        AgreedItem reported = Item.Report(new("ana"), Monday, new("document", "No. 12", null));
        Func<AgreedItem> own = () => reported.Reassign(new("chen"), Tuesday, ItemPart.Issuer, ["ana"], "boris has left");

        own.Should().Throw<ItemRefusedException>().WithMessage("*ana reported or asked for what its issuer is to decide on.");
        reported.Reassign(new("chen"), Tuesday, ItemPart.Supporting, ["ana"], "boris has left").Supporting.Should().Equal("ana");
    }

    [Fact]
    public void is_the_coordinators_affair()
    {
        Func<AgreedItem> own = () => Item.Reassign(new("boris"), Monday, ItemPart.Issuer, ["fang"], "I have left");

        own.Should().Throw<ItemRefusedException>().Which.Refusal.Should().Be(Refusal.NotAllowed);
    }

    /// <summary>Law 15: for whoever had any part, as for a former owner.</summary>
    [Fact]
    public void leaves_those_out_who_have_no_other_part()
    {
        Replaced.IsFormerHolderOnly("boris").Should().BeTrue();
        Replaced.IsFormerHolderOnly("ana").Should().BeFalse();
        Item.Reassign(new("chen"), Monday, ItemPart.Issuer, ["dora"], "boris has left")
            .Reassign(new("chen"), Tuesday, ItemPart.Issuer, ["fang"], "dora has left")
            .IsFormerHolderOnly("dora").Should().BeFalse("she is a level");
    }

    [Fact]
    public void ends_somewhere()
    {
        AgreedItem item = Item;
        for (int n = 0; n < Reassigning.ReassignmentsMax; n++)
        {
            item = item.Reassign(new("chen"), Monday, ItemPart.Issuer, [n % 2 == 0 ? "fang" : "boris"], "back and forth");
        }

        Func<AgreedItem> more = () => item.Reassign(new("chen"), Monday, ItemPart.Issuer, ["dora"], "once more");
        more.Should().Throw<ItemRefusedException>().WithMessage("*parts in it went to others 250 times already*");
    }
}
