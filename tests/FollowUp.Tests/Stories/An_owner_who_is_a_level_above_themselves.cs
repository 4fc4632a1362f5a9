using FollowUp.Items;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// Laws 3 and 15: one person in several places is told once, and never from above that they are late. Due on Friday, 6 March 2020.
/// </summary>
public sealed class An_owner_who_is_a_level_above_themselves
{
    private static readonly AgreedItem Item = Doings.Signed("2020-03-06", "2020-03-05 08:00");

    [Fact]
    public void is_told_as_the_owner_and_the_next_level_in_their_place() =>
        Told(Item with { Owner = "dora" }, "2020-03-18").Should().Be(
            """
            03-09 09:00 dora hears: overdue/again
            03-10 09:00 egor hears: overdue/level-1 (dora owns it → egor)
            03-10 09:00 boris hears: overdue/level-1
            03-16 09:00 dora hears: overdue/again 1
            03-17 09:00 egor hears: overdue/level-2
            """);

    [Fact]
    public void at_its_end_is_followed_by_the_coordinator() =>
        Told(Item with { Owner = "dora", Chain = ["dora"] }, "2020-03-11").Should().Be(
            """
            03-09 09:00 dora hears: overdue/again
            03-10 09:00 chen hears: overdue/level-1 (dora owns it → chen)
            03-10 09:00 boris hears: overdue/level-1
            """);

    [Fact]
    public void becomes_one_by_a_hand_over_as_well() =>
        new Story(Item, cast: Sample.Cast()) { TellsNames = true }.HandsTo("2020-03-09 10:00", "dora").ToldOf("level-1", "2020-03-12 00:00")
            .Should().Be(
            """
            03-10 09:00 egor hears: overdue/level-1 (dora owns it → egor)
            03-10 09:00 boris hears: overdue/level-1
            """);

    /// <summary>
    /// Who gave the task to themselves is told by themselves that it is late; the first level is told once, though it takes that place.
    /// </summary>
    [Fact]
    public void and_who_is_their_own_issuer_is_told_once() =>
        Told(Item with { Issuer = "ana" }, "2020-03-11").Should().Be(
            """
            03-09 09:00 ana hears: overdue/again
            03-10 09:00 dora hears: overdue/level-1
            """);

    [Fact]
    public void and_is_everybody_else_too_hears_all_the_same() =>
        Told(Item with { Issuer = "ana", Coordinator = "ana", Chain = ["ana", "ana"] }, "2020-03-18").Should().Be(
            """
            03-09 09:00 ana hears: overdue/again
            03-10 09:00 ana hears: overdue/level-1
            03-16 09:00 ana hears: overdue/again 1
            03-17 09:00 ana hears: overdue/level-2
            """);

    /// <summary>What a level hears is that somebody does not answer: where that is the issuer, not from themselves.</summary>
    [Fact]
    public void as_the_issuer_can_be_is_passed_over_where_it_is_the_issuer_who_is_late() =>
        new Story(Item with { Issuer = "dora" }, cast: Sample.Cast()) { TellsNames = true }.Reports("2020-03-05 10:00")
            .ToldOf("confirmation", "2020-03-20 00:00").Should().Be(
            """
            03-05 10:00 dora hears: confirmation/at-once
            03-12 09:00 dora hears: confirmation/again
            03-16 09:00 chen hears: confirmation/watch
            03-19 09:00 egor hears: confirmation/level-1 (dora was asked → egor)
            """);

    [Fact]
    public void is_named_by_a_warning() =>
        Warnings(Item with { Owner = "dora", Issuer = "dora", Supporting = ["chen", "gleb"], Chain = ["dora", "egor", "egor"] })
            .Should().Equal(
            "dora is owner and issuer and level-1: told once; nobody else confirms what they report, or decides on their extensions; where "
                + "it is about them, the next one above is told instead.",
            "chen is supporting and coordinator: told once.",
            "egor is level-2 and level-3: told once.");

    [Fact]
    public void is_named_by_no_warning_where_everybody_is_somebody_else() => Warnings(Item).Should().BeEmpty();

    private static IReadOnlyList<string> Warnings(AgreedItem item) =>
        FollowUp.Timetables.Warnings.Warned(item, FollowUp.Plans.Plan.Default, item.DaysOf(), Sample.Cast()).Warnings;

    private static string Told(AgreedItem item, string until) =>
        new Story(item, cast: Sample.Cast()) { TellsNames = true }.ToldOf("overdue", $"{until} 00:00");
}
