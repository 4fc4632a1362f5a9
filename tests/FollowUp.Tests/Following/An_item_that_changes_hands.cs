using FollowUp.Items;

namespace FollowUp.Tests.Following;

/// <summary>Law 15.</summary>
public sealed class An_item_that_changes_hands
{
    private static AgreedItem Item { get; } = Sample.Item("2020-05-29", "2020-03-02 09:00").Sign(new("ana"), Sample.At("2020-03-03 09:00"));

    private static AgreedItem Extended { get; } = Item
        .AskForExtension(new("ana"), Sample.At("2020-03-09 10:00"), Sample.Day("2020-06-12"), "the experts meet in June", 2)
        .DecideExtension(new("boris"), Sample.At("2020-03-10 10:00"), 1, isGranted: true, note: null);

    [Fact]
    public void does_not_bring_its_new_owner_the_answer_to_the_old_one()
    {
        Said(Extended).Should().Contain("Answered to ana");
        Said(HandedOver(Extended)).Should().Contain("Receipt to gleb").And.Contain("Handover to ana").And.NotContain(said => said.StartsWith("Answered"));
    }

    [Fact]
    public void does_not_bring_its_new_owner_a_date_that_moved_before()
    {
        AgreedItem moved = Item.Reschedule(new("chen"), Sample.At("2020-03-10 10:00"), Sample.Day("2020-06-12"), "agreed anew");

        Said(moved).Should().Contain("Moved to ana");
        Said(HandedOver(moved)).Should().NotContain(said => said.StartsWith("Moved"));
        Said(HandedOver(moved).Reschedule(new("chen"), Sample.At("2020-04-10 10:00"), Sample.Day("2020-06-19"), "and anew")).Should().Contain("Moved to gleb");
    }

    private static AgreedItem HandedOver(AgreedItem item) => item.HandTo(new("chen"), Sample.At("2020-03-25 10:00"), "gleb", "the desk is closed");

    private static IEnumerable<string> Said(AgreedItem item) =>
        item.Lines().Where(line => line.Skip is null).Select(line => $"{line.Key.Ladder} to {line.Key.Recipient}");
}
