using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Tests.Letters.Rig;
using NodaTime;

namespace FollowUp.Tests.Letters;

/// <summary>
/// Facts beside its own: what was said before, what comes next, who wrote what. Tests <see cref="NoticeComposer"/>,
/// <see cref="NoticeFacts"/>, <see cref="EarlierNotices"/>, <see cref="Upcoming"/>, <see cref="Quotation"/>, <see cref="Initials"/> and
/// <see cref="Sayings"/>.
/// </summary>
public sealed class What_a_notice_knows
{
    /// <summary>Due on Friday; the first overdue notice on Monday the 9th, level 1 and the issuer on the 10th.</summary>
    private static readonly AgreedItem Item = Sample.Item("2020-03-06", "2020-03-02 08:00");

    private static readonly Contacts Cast = Sample.Cast();

    [Fact]
    public void is_who_hears_next_and_when()
    {
        Notice notice = Written(Overdue("ana", "owner", "2020-03-09 09:00"));
        notice.Next.Should().Equal(
            new Upcoming(new(2020, 3, 10), "level-1", "Dora"), new Upcoming(new(2020, 3, 10), "issuer", "Boris"),
            new Upcoming(new(2020, 3, 16), "owner", null));
    }

    [Fact]
    public void is_in_the_letter_with_the_number_of_the_reminder_and_the_day_of_the_last_one()
    {
        LedgerRow first = Overdue("ana", "owner", "2020-03-09 09:00").WithState(NoticeState.Sent, Sample.At("2020-03-09 09:01"));
        LedgerRow again = Overdue("ana", "owner", "2020-03-16 09:00", occurrence: 1);
        string text = SampleLetters.Templates.Render(LetterOf(again, first)).Text;

        text.Should().Contain("Overdue by 10 days (second reminder)").And.Contain("The same was asked before, last on 9 March 2020.")
            .And.Contain("If its completion is not reported, word of it goes to Egor (the second level above the owner) on 17 March 2020.")
            .And.Contain("Your next reminder comes on 23 March 2020.");
    }

    [Fact]
    public void counts_what_went_out_around_the_same_date_and_no_more()
    {
        LedgerRow row = Overdue("ana", "owner", "2020-03-16 09:00", occurrence: 1);
        LedgerRow sent = Overdue("ana", "owner", "2020-03-09 09:00").WithState(NoticeState.Sent, Sample.At("2020-03-09 09:01"));
        LedgerRow[] others =
        [
            sent.WithState(NoticeState.Superseded, sent.Planned), sent with { Key = sent.Key with { AnchorRevision = 2 } },
            sent with { Key = sent.Key with { Ladder = LadderName.Due } }, sent with { Key = sent.Key with { Recipient = "gleb" } },
        ];
        EarlierNotices.Of(row, [row, .. others], DateTimeZone.Utc).Should().BeNull();
        EarlierNotices.Of(row, [row, sent, .. others], DateTimeZone.Utc).Should().Be(new EarlierNotices(1, new(2020, 3, 9)));
    }

    /// <summary>Asked every month, and once answered: what was answered is not asked again.</summary>
    [Theory]
    [InlineData("2020-04-01 10:00", false)]
    [InlineData("2020-05-05 10:00", true)]
    public void counts_no_request_that_was_answered(string answered, bool isFirst)
    {
        AgreedItem item = Sample.Item("2020-12-18", "2020-03-02 08:00").ReportProgress(new("ana"), Sample.At(answered), "on its way");
        LedgerRow may = Overdue("ana", "owner", "2020-05-04 09:00") is var row
            ? row with { Key = row.Key with { Ladder = LadderName.Progress } } : row;
        LedgerRow june = may with { Key = may.Key with { Occurrence = 1 }, DecidedAt = Sample.At("2020-06-02 09:00") };
        NoticeFacts facts = SampleLetters.Facts(june, item) with { Ledger = [may.WithState(NoticeState.Sent, may.Planned), june] };

        (SampleLetters.Letter(Cast["ana"].Person, facts).Notices[0].Before is null).Should().Be(isFirst);
    }

    [Fact]
    public void is_the_owners_last_word_for_those_who_are_told_that_it_is_late()
    {
        AgreedItem spoken = Item.ReportProgress(new("ana"), Sample.At("2020-03-03 10:00"), "first")
            .ReportProgress(new("ana"), Sample.At("2020-03-05 10:00"), "the annex is missing.");
        LedgerRow row = Overdue("dora", "level-1", "2020-03-10 09:00");

        SampleLetters.Written(row, spoken).Text.Should()
            .Contain("The last word on it came from Ana on 5 March 2020: “the annex is missing.”\n");
        SampleLetters.Written(row, Item).Text.Should().Contain("No word on its progress has come.");
        SampleLetters.Written(Overdue("ana", "owner", "2020-03-09 09:00"), spoken).Text.Should().NotContain("the annex is missing");
    }

    /// <summary>Whoever hears that it is late and not that a report came back asks why nobody reported.</summary>
    [Fact]
    public void is_the_report_that_was_sent_back_for_those_who_are_told_that_it_is_late()
    {
        AgreedItem back = Item.Report(new("ana"), Sample.At("2020-03-04 10:00"), new("document", "No. 12", null))
            .SendBack(new("boris"), Sample.At("2020-03-09 10:00"), "the annex is missing.");
        LedgerRow row = Overdue("dora", "level-1", "2020-03-10 09:00");

        SampleLetters.Written(row, back).Text.Should().NotContain("No word")
            .And.Contain("  Reported done on 4 March 2020, sent back on 9 March 2020: “the annex is missing.”\n");
        SampleLetters.Written(row, back.ReportProgress(new("ana"), Sample.At("2020-03-10 08:00"), "the annex is on its way")).Text
            .Should().Contain("sent back on 9 March").And.Contain("The last word on it came from Ana on 10 March 2020");
        SampleLetters.Written(Overdue("ana", "owner", "2020-03-10 09:00"), back).Text.Should().NotContain("sent back on");
    }

    [Theory]
    [InlineData("document", "No. 12", "signed by both sides",
        "The report says: “signed by both sides”.\n  Evidence: document No. 12.\n  Only your confirmation closes the item.\n")]
    [InlineData("link", "https://nia.example/12", null, "\n  Evidence: https://nia.example/12\n  Only your confirmation closes the item.\n")]
    [InlineData(
        "none", null, "by phone", "The report says: “by phone”.\n  Evidence: no document.\n  Only your confirmation closes the item.\n")]
    public void is_the_evidence_with_its_reference_for_the_issuer_who_must_confirm(
        string kind, string? reference, string? note, string said) =>
        SampleLetters.Written(SampleLetters.Row(LadderName.Confirmation, "issuer", "boris"),
            SampleLetters.About(LadderName.Due).Report(new("ana"), SampleLetters.Now, new(kind, reference, note)))
            .Text.Should().Contain(("Ana reported it done on 2 June 2020. " + said).Replace(" \n", "\n", StringComparison.Ordinal));

    [Theory]
    [InlineData("Иванов И. П.", "Иванов\u00A0И.\u00A0П.")]
    [InlineData("J. R. Smith", "J.\u00A0R.\u00A0Smith")]
    [InlineData("Law Desk No. 2", "Law Desk No. 2")]
    public void is_a_name_whose_initials_stay_together(string name, string written) => Initials.Bind(name).Should().Be(written);

    [Fact]
    public void is_that_its_reader_did_it_themselves()
    {
        LedgerRow closing = SampleLetters.Row(LadderName.Closing, "issuer", "boris", "done");
        SampleLetters.Written(closing).Text.Should().Contain("Closed by you: for your file").And.NotContain("Closed by Boris");
        SampleLetters.Written(SampleLetters.Row(LadderName.Closing, "owner", "ana", "done")).Text.Should().Contain("Closed by Boris");
    }

    [Fact]
    public void is_a_clause_in_its_authentic_language_where_the_readers_is_not_one()
    {
        Person reader = Sample.Person("ana") with { Language = "ru" };
        string Text(Wording clause) => SampleLetters.Templates.Render(SampleLetters.Letter(reader, SampleLetters.Facts(
            SampleLetters.Row(LadderName.Overdue, "owner", "ana"),
                agreement: SampleLetters.Agreement with { Clauses = [new("p6-2", clause)] }))).Text;

        Text(new() { Zh = "双方应修订议定书。" }).Should().Contain("«双方应修订议定书。»\n  Аутентичный текст; язык — китайский.");
        Text(new() { Zh = "双方应修订议定书。", Ru = "Стороны пересмотрят протокол." }).Should().Contain("«Стороны пересмотрят протокол.»")
            .And.NotContain("Аутентичный");
    }

    private static LedgerRow Overdue(string to, string role, string planned, int occurrence = 0) => new(
        new("protocol-1", 1, LadderName.Overdue, role == "owner" ? "again" : "level-1", occurrence, to), role, Sample.At(planned),
        Sample.At(planned), null, NoticeState.Planned, Sample.At(planned), null, null, to, null, "202003090100");

    private static Notice Written(LedgerRow row) => LetterOf(row).Notices[0];

    private static Letter LetterOf(LedgerRow row, params LedgerRow[] before)
    {
        NoticeFacts facts = SampleLetters.Facts(row, Item) with
        {
            Ledger = [.. before, row],
            Around = new(Plan.Default, Item.DaysOf(), Cast, ""),
        };
        return LetterComposer.Compose(
            new(row.SentTo!, row.Slot!), Cast[row.SentTo!].Person, [facts], "https://board.example/board/", "followup.example",
            row.Planned + Duration.FromMinutes(1), _ => []);
    }
}
