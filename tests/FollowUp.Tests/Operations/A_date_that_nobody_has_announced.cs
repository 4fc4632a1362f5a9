using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>Tests <see cref="ItemChanger"/> and <see cref="RescheduleItem"/>.</summary>
public sealed class A_date_that_nobody_has_announced
{
    // Law 8: accepted, with a warning that stays.
    [Fact]
    public async Task is_warned_of_also_when_the_due_date_moves_there()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        (await town.Item())["warnings"]!.AsArray().Should().BeEmpty();
        Answer moved = await town.Put(
            $"{Town.PathOf(Papers.Item)}/due-date", new JsonObject { ["by"] = "desk", ["dueOn"] = "2027-03-01", ["reason"] = "put off" });

        moved.Status.Should().Be(200, moved.Text);
        (await town.Item())["warnings"]!.AsArray().Select(warning => (string)warning!).Should().Equal(
            "Calendar CN is known through 2026-12-31 only: later days count by the weekend alone.");
    }
}
