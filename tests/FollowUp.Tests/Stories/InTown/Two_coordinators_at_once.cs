using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>
/// Law 2, and conflicts as docs/design.md §5 has them: two read the same item and decide on it; the second decides again, on what is true
/// by then.
/// </summary>
public sealed class Two_coordinators_at_once
{
    [Fact]
    public async Task do_not_undo_each_others_work()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        string seen = (await town.Get(Town.PathOf(Papers.Item))).ETag!;

        Answer first = await town.Reschedule("2020-07-15", ("If-Match", seen));
        Answer second = await town.HandTo("law-2", ("If-Match", seen));
        Answer again = await town.HandTo("law-2", ("If-Match", first.ETag!));

        (first.Status, second.Status, second.Problem, again.Status).Should().Be((200, 412, "stale", 200));
        ((string)again.Body!["dueOn"]!, (string)again.Body!["owner"]!).Should().Be(("2020-07-15", "law-2"));
        (await town.Events()).Where(what => what != "notice").Should().Equal("registered", "assigned", "rescheduled", "handed-over");
    }

    // In the very same moment, and without saying what they saw: one after the other, none lost.
    [Fact]
    public async Task without_looking_are_both_obeyed()
    {
        await using Town town = await Town.With(Papers.ItemOf());

        Answer[] answers = await Task.WhenAll(town.Reschedule("2020-07-15"), town.HandTo("law-2"), town.Ask("2020-06-30"));

        answers.Count(answer => answer.Status is 200 or 201)
            .Should().BeGreaterThanOrEqualTo(2, string.Join('\n', answers.Select(answer => answer.Text)));
        ((string)(await town.Item())["dueOn"]!, (string)(await town.Item())["owner"]!).Should().Be(("2020-07-15", "law-2"));
        (await town.Events()).Should().Contain(["rescheduled", "handed-over"]);
    }
}
