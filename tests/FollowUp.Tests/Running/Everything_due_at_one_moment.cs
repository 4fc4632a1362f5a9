using FollowUp.Tests.Running.Rig;

namespace FollowUp.Tests.Running;

/// <summary>Law 16.</summary>
public sealed class Everything_due_at_one_moment
{
    [Fact]
    public async Task reaches_each_person_in_one_letter_with_the_most_consequential_first()
    {
        await using Town town = await Town.With(
            Papers.ItemOf("protocol"), Papers.ItemOf("annex"), Papers.ItemOf("visit", dueOn: "2020-06-25"), Papers.ItemOf("ports", owner: "law-2"));

        await town.Until("2020-06-18 12:00");

        town.Mailbox.Since("2020-06-18 00:00").Should().Equal(
            "06-18 09:01 law-2: overdue/again",
            "06-18 09:01 law: overdue/again, overdue/again, due/week");
    }
}
