using FollowUp.Ledger;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Tests.Ledger;

public sealed class The_newest_only
{
    private static readonly Instant Morning = Sample.At("2020-05-22 09:00");

    private static readonly LedgerRow Waiting = Row(0);

    [Fact]
    public void is_what_was_planned_last() =>
        NewestOnly.FindNewer(Waiting, [Waiting, Row(2), Row(1)]).Should().Be(Row(2));

    [Fact]
    public void is_on_its_way_or_there() =>
        NewestOnly.FindNewer(Waiting, [Row(1) with { State = NoticeState.Skipped }, Row(2) with { State = NoticeState.Failed }]).Should().BeNull();

    [Fact]
    public void is_of_the_same_ladder_anchor_and_person() =>
        NewestOnly.FindNewer(Waiting,
        [
            Row(1) with { Key = Waiting.Key with { Ladder = LadderName.Overdue } },
            Row(1) with { Key = Waiting.Key with { AnchorRevision = 2 } },
            Row(1) with { Key = Waiting.Key with { Recipient = "boris" } },
        ]).Should().BeNull();

    private static LedgerRow Row(int days) => new(
        new("protocol-1", 1, LadderName.Due, "week", days, "ana"), Role.Owner, Morning + Duration.FromDays(days), Morning, null,
        NoticeState.Planned, Morning, null, null, "ana", null, "202005220100");
}
