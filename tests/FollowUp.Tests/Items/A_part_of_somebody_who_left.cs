using FollowUp.Items;
using FollowUp.People;

namespace FollowUp.Tests.Items;

/// <summary>Tests <see cref="PartSuccession"/>: what comes round is opened for whoever is there then (law 15).</summary>
public sealed class A_part_of_somebody_who_left
{
    private static readonly AgreedItem Item = Sample.Item("2020-03-31", "2020-01-06 09:00") with
    {
        Owner = "ana",
        Issuer = "boris",
        Coordinator = "chen",
        Supporting = ["gleb", "ana"],
        Counterpart = "dora",
        Chain = ["ana", "erik"],
        RegisteredAt = Sample.At("2020-01-06 09:00"),
    };

    [Fact]
    public void goes_to_their_successor_wherever_it_is()
    {
        AgreedItem next = After(Left("ana", "gleb", "2020-02-01"));

        next.Owner.Should().Be("gleb");
        next.Supporting.Should().Equal(["gleb"], "whoever has a place there keeps it");
        next.Chain.Should().Equal("gleb", "erik");
        (next.Issuer, next.Coordinator, next.Counterpart).Should().Be(("boris", "chen", "dora"));
    }

    [Fact]
    public void goes_to_the_successor_of_their_successor() =>
        After(Left("ana", "gleb", "2020-02-01"), Left("gleb", "erik", "2020-02-10")).Owner.Should().Be("erik");

    [Fact]
    public void changes_nothing_of_who_stands_there_twice()
    {
        AgreedItem twice = Item with { Chain = ["erik", "dora", "dora"] };
        twice.WithSuccessors([Left("ana", "gleb", "2020-02-01")], Sample.At("2020-03-10 09:00")).Chain
            .Should().Equal("erik", "dora", "dora");
    }

    [Fact]
    public void goes_round_no_circle() =>
        After(Left("ana", "gleb", "2020-02-01"), Left("gleb", "ana", "2020-02-10")).Owner.Should().Be("ana");

    [Theory]
    [InlineData("2020-03-11", false)]
    [InlineData("2020-02-01", true)]
    public void stays_theirs_until_they_leave_and_where_that_is_called_off(string on, bool isCalledOff) =>
        After(Left("ana", "gleb", on) with { CalledOffAt = isCalledOff ? Sample.At("2020-01-20 09:00") : null }).Should().BeSameAs(Item);

    /// <summary>Whoever gave it to them knew, or has heard that they are back.</summary>
    [Fact]
    public void that_was_given_to_them_since_stays_theirs()
    {
        Succession boris = Left("boris", "gleb", "2020-02-01");
        AgreedItem handed = Item.HandTo(new("chen"), Sample.At("2020-02-03 10:00"), "boris", "is back");
        AgreedItem named = Item with { RegisteredAt = Sample.At("2020-02-02 09:00") };

        handed.WithSuccessors([boris], Sample.At("2020-03-10 09:00")).Owner.Should().Be("boris");
        named.WithSuccessors([boris], Sample.At("2020-03-10 09:00")).Issuer.Should().Be("boris");
        Item.WithSuccessors([boris], Sample.At("2020-03-10 09:00")).Issuer.Should().Be("gleb");
    }

    private static AgreedItem After(params Succession[] successions) =>
        Item.WithSuccessors(successions, Sample.At("2020-03-10 09:00"));

    private static Succession Left(string person, string successor, string on) =>
        new(person, 1, successor, Sample.Day(on), Sample.At($"{on} 00:00"), "retires", "chen", null, Sample.At("2020-01-10 09:00"),
            "token");
}
