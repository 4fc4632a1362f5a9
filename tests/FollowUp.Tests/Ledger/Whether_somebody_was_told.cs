using FollowUp.Ledger;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Tests.Ledger;

/// <summary>Law 3: a day of somebody's, and a row of the ledger. Tests <see cref="Tellings"/>.</summary>
public sealed class Whether_somebody_was_told
{
    private static readonly Instant Morning = Sample.At("2020-05-22 09:00");

    private static readonly Interval Friday = new(Sample.At("2020-05-22 00:00"), Sample.At("2020-05-23 00:00"));

    private static LedgerRow Week { get; } = new(
        new("protocol-1", 1, LadderName.Due, "week", 0, "ana"), "owner", Morning, Morning, null, NoticeState.Planned, Morning, null, null,
        "ana", null, "202005220100");

    [Fact]
    public void is_so_where_the_letter_was_handed_over_that_day() =>
        Telling(Week.WithState(NoticeState.Sent, Morning)).Should().Be(FollowUp.Ledger.Telling.Told);

    [Fact]
    public void counts_from_the_first_instant_of_the_day_to_the_first_after_it()
    {
        LedgerRow early = Week with { Planned = Friday.Start - Duration.FromDays(2), Since = Friday.Start - Duration.FromDays(2) };
        Telling(early.WithState(NoticeState.Sent, Friday.Start)).Should().Be(FollowUp.Ledger.Telling.Told);
        Telling(early.WithState(NoticeState.Sent, Friday.Start - Duration.Epsilon)).Should().BeNull();
        Telling(early.WithState(NoticeState.Sent, Friday.End)).Should().BeNull();
    }

    [Theory]
    [InlineData(NoticeState.Planned, FollowUp.Ledger.Telling.Pending)]
    [InlineData(NoticeState.Failed, FollowUp.Ledger.Telling.Failed)]
    [InlineData(NoticeState.Skipped, FollowUp.Ledger.Telling.Skipped)]
    [InlineData(NoticeState.Superseded, FollowUp.Ledger.Telling.Superseded)]
    public void is_not_so_for_the_reason_of_its_state(NoticeState state, Telling telling) =>
        Telling(state == NoticeState.Planned ? Week : Week.WithState(state, Morning)).Should().Be(telling);

    [Fact]
    public void is_not_so_where_the_letter_went_another_day() =>
        Telling(Week.WithState(NoticeState.Sent, Friday.End + Duration.FromHours(9))).Should().Be(FollowUp.Ledger.Telling.OtherDay);

    [Fact]
    public void is_not_so_of_whom_it_was_meant_for_where_somebody_got_it_in_their_place()
    {
        LedgerRow forwarded = (Week with { SentTo = "gleb" }).WithState(NoticeState.Sent, Morning);
        Telling(forwarded).Should().Be(FollowUp.Ledger.Telling.Forwarded);
        Tellings.Of(forwarded, "gleb", Friday).Should().Be(FollowUp.Ledger.Telling.Told);
        Tellings.Of(forwarded, "boris", Friday).Should().BeNull();
    }

    private static Telling? Telling(LedgerRow row) => Tellings.Of(row, "ana", Friday);
}
