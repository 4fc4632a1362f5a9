using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Tests.Stories.Rig;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>
/// "I cannot, it must go up": beside the ladders, by somebody who answers for it. Tests <see cref="Escalating"/> and
/// <see cref="DeliberateEscalation"/>.
/// </summary>
public sealed class An_escalation_by_a_person
{
    private static readonly Instant Monday = Sample.At("2020-03-02 10:00");
    private static readonly AgreedItem Item = Doings.Signed("2020-06-30", "2020-03-02 08:00");

    [Theory]
    [InlineData("ana", "chen")]
    [InlineData("boris", "ana chen")]
    [InlineData("chen", "ana")]
    public void goes_to_the_first_level_and_owner_and_coordinator_know(string by, string knows)
    {
        AgreedItem escalated = Item.Escalate(new(by), Monday, "the annex");

        escalated.Escalations.Should().BeEquivalentTo(
            [new DeliberateEscalation(1, by, Monday, 1, "dora", knows.Split(' '), "the annex")]);
        Hearing(escalated).Should().BeEquivalentTo(knows.Split(' ').Append("dora"));
        JournalText.OfEscalation(escalated).Should().Be("to dora, level 1: the annex");
        escalated.Escalate(new(by), Monday + Duration.FromHours(5), "the annex")
            .Should().BeSameAs(escalated, "the same again changes nothing");
    }

    [Fact]
    public void is_nobody_elses() =>
        Refused(() => Item.Escalate(new("gleb"), Monday, "x")).Should().Contain("its owner (ana) or its issuer (boris) or its coordinator");

    [Fact]
    public void goes_up_level_by_level_once_a_day_and_says_when_all_have_heard()
    {
        AgreedItem item = Item;
        foreach ((int day, string level) in new[] { "dora", "egor", "fang" }.Index())
        {
            Instant at = Monday + Duration.FromDays(day);
            item = item.Escalate(new("ana"), at, "the annex");
            item.Escalations[^1].To.Should().Be(level);
            Refused(() => item.Escalate(new("boris"), at + Duration.FromHours(1), "again"))
                .Should().EndWith($"it was escalated by ana at {at}, and goes up once a day.");
        }

        Refused(() => item.Escalate(new("ana"), Monday + Duration.FromDays(9), "x"))
            .Should().EndWith("no level above is left that has not heard of it.");
    }

    /// <summary>Law 15: nobody hears from above what is theirs; and who was told that it is late has heard.</summary>
    [Fact]
    public void passes_over_who_owns_it_who_sends_it_up_and_who_has_heard()
    {
        Level(Item with { Owner = "dora" }, "boris").Should().Be("egor");
        Level(Item with { Chain = ["boris", "egor"] }, "boris").Should().Be("egor");
        Level(Item with { ToldLate = ["dora", "egor"] }, "ana").Should().Be("fang");
        Refused(() => (Item with { Chain = [] }).Escalate(new("ana"), Monday, "x")).Should().EndWith("has not heard of it.");
    }

    [Fact]
    public void is_of_what_is_open_and_assigned()
    {
        Refused(() => Item.Withdraw(new("chen"), Monday, "x").Escalate(new("ana"), Monday, "x")).Should().Contain("it was withdrawn");
        Refused(() => (Item with { AssignedAt = null, DependsOn = ["visit"] }).Escalate(new("ana"), Monday, "x"))
            .Should().Contain("it is not assigned yet");
        Level(Item.Suspend(new("chen"), Monday, "their text"), "ana")
            .Should().Be("dora", "who waits for the other side may need somebody above");
    }

    /// <summary>
    /// Law 5 is about what the clock sends up: nobody below must be told first where a person answers for it. Law 14: whoever heard of it
    /// hears its end.
    /// </summary>
    [Fact]
    public void goes_out_at_once_and_leaves_the_ladders_as_they_are()
    {
        static Story Late() => new(Doings.Signed("2020-03-06", "2020-03-02 08:00"));
        string plain = Late().Reports("2020-03-12 10:00").Confirms("2020-03-13 10:00").Told();
        string told = Late().On("2020-03-04 11:00", "Ana sends it up", (item, now) => item.Escalate(new("ana"), now, "the annex"))
            .Reports("2020-03-12 10:00").Confirms("2020-03-13 10:00").Told();

        string[] more = [.. told.Split('\n').Except(plain.Split('\n'))];
        more.Should().Equal(
            "03-04 11:00 Ana sends it up",
            "03-04 11:00 level-1 hears: escalated/at-once", "03-04 11:00 coordinator hears: escalated/at-once");
        plain.Split('\n').Except(told.Split('\n')).Should().BeEmpty();
        new Story(Doings.Signed("2020-06-30", "2020-03-02 08:00")) { TellsNames = true }
            .On("2020-03-04 11:00", "Ana sends it up", (item, now) => item.Escalate(new("ana"), now, "the annex"))
            .Reports("2020-03-12 10:00").Confirms("2020-03-13 10:00").ToldOf("dora").Should().Be(
                """
                03-04 11:00 dora hears: escalated/at-once
                03-13 10:00 dora hears: closing/done
                """);
    }

    /// <summary>Whoever takes a place over later is told nothing of what was sent up before.</summary>
    [Fact]
    public void is_no_news_to_who_comes_later()
    {
        AgreedItem escalated = Item.Escalate(new("boris"), Monday, "the annex");
        Hearing(escalated with { Owner = "gleb", Coordinator = "fang", Chain = ["egor", "fang"] }).Should().BeEmpty();
    }

    /// <summary>Law 15: an owner who stands in for the level does not get their own escalation.</summary>
    [Fact]
    public void never_comes_down_to_its_owner_in_anothers_place()
    {
        AgreedItem escalated = Item.Escalate(new("chen"), Monday, "the annex");
        Absence away = new(Sample.Day("2020-03-01"), Sample.Day("2020-03-20"), "ana");
        Contacts cast = Sample.Cast(Sample.Person("dora", Sample.Shanghai, "CN", away));
        Recipient receiver = new Deputies(escalated, cast, Monday).Resolve(LadderName.Escalated, "level-1", "dora");
        (receiver.Person.Id, receiver.Trace).Should().Be(("egor", "dora absent → ana owns it → egor"));
    }

    private static string Level(AgreedItem item, string by) => item.Escalate(new(by), Monday, "the annex").Escalations[^1].To;

    private static IEnumerable<string> Hearing(AgreedItem item) =>
        item.Lines().Where(line => line.Key.Ladder == LadderName.Escalated).Select(line => line.Key.Recipient);

    private static string Refused(Action verb) => verb.Should().Throw<ItemRefusedException>().Which.Message;
}
