using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Ledger;

/// <summary>Tests <see cref="LedgerRow"/>, <see cref="NoticeJournal"/> and <see cref="RungKey"/>.</summary>
public sealed class A_row_of_the_ledger
{
    private static readonly Instant Now = Sample.At("2020-05-22 09:00");

    private static LedgerRow Week { get; } = new(
        new("protocol-1", 1, LadderName.Due, "week", 0, "ana"), "owner", Now, Now, "a week before", NoticeState.Planned, Now, null, null,
        "ana", null, "202005220100");

    private static LedgerRow Eve { get; } = Week with { Key = Week.Key with { Rung = "eve" }, Planned = Now + Duration.FromDays(6) };

    // Law 5: whoever hears late hears the newest of each ladder.
    [Theory]
    [InlineData(NoticeState.Planned, true)]
    [InlineData(NoticeState.Sent, true)]
    [InlineData(NoticeState.Failed, false)]
    [InlineData(NoticeState.Skipped, false)]
    [InlineData(NoticeState.Superseded, false)]
    public void is_outdone_by_a_later_word_that_goes_out(NoticeState state, bool isOutdone) =>
        Week.IsSupersededBy(Eve with { State = state }).Should().Be(isOutdone);

    [Fact]
    public void is_not_outdone_by_what_is_no_later_or_of_another_ladder_anchor_or_reader()
    {
        Eve.IsSupersededBy(Week).Should().BeFalse();
        Week.IsSupersededBy(Eve with { Planned = Week.Planned }).Should().BeFalse();
        Week.IsSupersededBy(Eve with { Key = Eve.Key with { Ladder = LadderName.Overdue } }).Should().BeFalse();
        Week.IsSupersededBy(Eve with { Key = Eve.Key with { AnchorRevision = 2 } }).Should().BeFalse();
        Week.IsSupersededBy(Eve with { Key = Eve.Key with { Recipient = "gleb" } }).Should().BeFalse();
        Week.IsSupersededBy(Eve with { State = NoticeState.Sent, Planned = Week.Planned }).Should().BeFalse();
    }

    [Fact]
    public void is_final_once_it_is_anything_but_planned()
    {
        Week.IsFinal.Should().BeFalse();
        Week.WithState(NoticeState.Sent, Now + Duration.FromMinutes(1))
            .Should().Match<LedgerRow>(row => row.IsFinal && row.At == Now + Duration.FromMinutes(1) && row.Why == null);
    }

    // Law 19: the journal alone tells who was told what, through whom, or why not.
    [Fact]
    public void stands_in_the_journal_in_words()
    {
        Told(Week.WithState(NoticeState.Sent, Now)).Should().Be("sent due/week/0 to ana");
        Told((Week with { SentTo = "gleb", Trace = "ana absent → gleb" }).WithState(NoticeState.Sent, Now))
            .Should().Be("sent due/week/0 to ana (ana absent → gleb)");
        Told((Week with { SentTo = "gleb" }).WithState(NoticeState.Sent, Now)).Should().Be("sent due/week/0 to ana (gleb)");
        Told((Week with { SentTo = null }).WithState(NoticeState.Skipped, Now, "before assignment"))
            .Should().Be("skipped due/week/0 to ana: before assignment");
        Told(Week.WithState(NoticeState.Failed, Now, "no such mailbox")).Should().Be("failed due/week/0 to ana: no such mailbox");
        NoticeJournal.EventOf(Week)
            .Should().Be(new FollowUp.Journal.JournalEvent("notice", "protocol-1", null, "planned due/week/0 to ana"));
    }

    /// <summary>Law 19: its end seals all of it, from then on.</summary>
    [Fact]
    public void is_sealed_by_the_entry_of_its_end()
    {
        NoticeJournal.EventOf(Week).Digest.Should().BeNull("it is on its way");
        LedgerRow sent = Week.WithState(NoticeState.Sent, Now) with { Address = "ana@nia.example" };
        NoticeJournal.EventOf(sent).Digest.Should().Be(SealedRow.Of(sent).Digest());
    }

    [Fact]
    public void explains_itself_by_what_was_written_down() => TimetableEntry.FromRow(Week).Explanation.Should().Be("a week before");

    private static string? Told(LedgerRow row) => NoticeJournal.EventOf(row).Text;
}
