using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Timetables;

namespace FollowUp.Tests.Timetables;

/// <summary>Tests <see cref="Addressee"/> and <see cref="Contacts"/>.</summary>
public sealed class The_people_of_a_notice
{
    [Theory]
    [InlineData("owner", "ana")]
    [InlineData("supporting", "gleb")]
    [InlineData("issuer", "boris")]
    [InlineData("coordinator", "chen")]
    [InlineData("liaison", "chen")]
    [InlineData("level-1", "dora")]
    [InlineData("level-3", "fang")]
    public void are_those_whom_the_plan_names(string role, string person) =>
        Said(Sample.Item("2020-05-29", "2020-01-06 09:00"), role).Should().Equal(person);

    [Fact]
    public void are_nobody_where_the_chain_is_shorter_than_the_plan() =>
        Said(Sample.Item("2020-05-29", "2020-01-06 09:00"), "level-4").Should().BeEmpty();

    [Fact]
    public void are_told_once_when_two_roles_are_one_person() =>
        Said(Sample.Item("2020-05-29", "2020-01-06 09:00") with { Coordinator = "ana" }, "owner", "coordinator").Should().Equal("ana");

    /// <summary>Named as a level first, she would wait until she had been told herself, and nobody would ever tell her (law 5).</summary>
    [Fact]
    public void hear_as_who_is_to_act_whatever_else_they_are()
    {
        AgreedItem item = Sample.Item("2020-05-29", "2020-01-06 09:00") with { Owner = "dora" };
        TimetableEntry entry = item.Lines(plan: Sample.PlanOf(LadderName.Overdue, Rung.Once("day", "+1wd", "level-1", "owner")))
            .Rung("overdue/day", to: "dora");
        entry.Role.Should().Be("owner");
        entry.DueAt.Should().Be(Sample.At("2020-06-01 09:00"));
    }

    [Fact]
    public void must_be_in_the_register()
    {
        AgreedItem item = Sample.Item("2020-05-29", "2020-01-06 09:00") with { Owner = "nobody" };
        item.Invoking(lost => lost.Lines()).Should().Throw<KeyNotFoundException>().WithMessage("Person nobody is not in the register.");
    }

    private static IEnumerable<string> Said(AgreedItem item, params string[] roles) =>
        item.Lines(plan: Sample.PlanOf(LadderName.Due, Rung.Once("day", "0", roles)))
            .Where(entry => entry.Key.Ladder == LadderName.Due).Select(entry => entry.Key.Recipient);
}
