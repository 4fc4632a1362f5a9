using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Reports;
using FollowUp.Tests.Reports.Rig;
using FollowUp.Values;

namespace FollowUp.Tests.Reports;

/// <summary>
/// What a meeting hears of what was agreed at the one before. Tests <see cref="MeetingReport"/>, <see cref="StandingItem"/>,
/// <see cref="ReportFigures"/>, <see cref="ReportSections"/>, <see cref="ItemLines"/>, <see cref="StandingLines"/>,
/// <see cref="ChangeLines"/>, <see cref="DueDates"/>, <see cref="ReportLine"/> and <see cref="ReportPeriod"/>.
/// </summary>
public sealed class A_meeting_report
{
    private static RecordedMeeting Begun() => new RecordedMeeting().Takes("2020-03-02 08:00").Signs("2020-03-03 09:00");

    // Law 19: whoever doubts a figure reads the entries that stand beside it.
    [Fact]
    public void names_the_entries_of_each_line_and_figure()
    {
        RecordedMeeting meeting = Begun().Asks("2020-05-20 09:00", "2020-06-12", "the annex").Decides("2020-05-21 09:00", isGranted: true)
            .Reschedules("2020-06-01 09:00", "2020-06-19", "the visit was put off");
        MeetingReport report = meeting.At("2020-06-02 09:00", since: "2020-03-01 09:00", next: "2020-07-01");

        int[] moves = [.. meeting.Entries(EventNames.ExtensionGranted), .. meeting.Entries(EventNames.Rescheduled)];
        Figure(report, "moves").Should().BeEquivalentTo(new ReportFigure("moves", 2, moves));
        Line(report, "due.moved").Entries.Should().Equal([.. meeting.Entries(EventNames.Assigned), .. moves]);
        Line(report, "due.moved").Args["moves"].Should().Be(2);
        Line(report, "move.extension").Args["reason"].Should().Be("the annex");
        Line(report, "move.rescheduled").Args["reason"].Should().Be("the visit was put off");
        Lines(report).Concat(report.DueBeforeNext.Select(date => date.Line)).Concat(report.Changes.Select(change => change.Line))
            .Should().OnlyContain(
            line => line.Entries.Count > 0 && line.Entries.All(entry => meeting.Journal.Any(one => one.Seq == entry)));
        report.Figures.Where(figure => figure.Count > 0).Should().OnlyContain(figure => figure.Entries.Count > 0);
    }

    // Law 10, and the promise of the whole: the same question, the same answer.
    [Fact]
    public void says_the_same_whatever_happened_since()
    {
        RecordedMeeting meeting = Begun().Suspends("2020-04-20 09:00", "their text is not here");
        string then = Written(meeting.At("2020-05-01 09:00", since: "2020-03-01 09:00", next: "2020-06-01"));

        meeting.Resumes("2020-05-04 09:00").HandsTo("2020-05-05 09:00", "gleb", "a new department").Signs("2020-05-06 09:00", "gleb")
            .Reports("2020-05-07 09:00", "gleb").Confirms("2020-05-08 09:00").Takes("2020-05-09 09:00", "2020-09-01", "visit-1");

        Written(meeting.At("2020-05-01 09:00", since: "2020-03-01 09:00", next: "2020-06-01")).Should().Be(then);
        Written(meeting.At("2020-05-09 09:00")).Should().NotBe(then);
    }

    // Law 7: overdue from the first instant of the next day, where the item is due.
    [Fact]
    public void has_it_late_from_the_day_after()
    {
        RecordedMeeting meeting = Begun().Says("2020-05-04 09:00", "half done")
            .Tells("2020-06-02 09:00", "sent overdue/level-1/0 to dora");
        Section(meeting.At("2020-05-29 23:59")).Should().Be(ReportSections.UnderWay);

        MeetingReport late = meeting.At("2020-06-08 09:00");
        Section(late).Should().Be(ReportSections.Late);
        Line(late, "late").Args["days"].Should().Be(10);
        Line(late, "awaits.report").Args["since"].Should().Be(Sample.Day("2020-05-30"));
        Line(late, "word").Args["text"].Should().Be("half done");
        Line(late, "told-late").Args["who"].Should().BeEquivalentTo(new[] { new ReportPerson("dora") });
    }

    // Law 13.
    [Fact]
    public void says_since_when_and_why_the_other_side_is_waited_for()
    {
        MeetingReport report = Begun().Suspends("2020-04-20 09:00", "their text is not here").At("2020-05-01 09:00", next: "2020-07-01");

        Section(report).Should().Be(ReportSections.Waiting);
        ReportLine waiting = Line(report, "waiting.who");
        waiting.Args["who"].Should().Be(new ReportPerson("ivan") { IsAwaited = true });
        (waiting.Args["since"], waiting.Args["days"], waiting.Args["reason"])
            .Should().Be((Sample.Day("2020-04-20"), 11, "their text is not here"));
        report.DueBeforeNext.Should().BeEmpty("nobody is asked for it while its clock stands");
    }

    // Law 12: reported is not done.
    [Fact]
    public void counts_as_done_what_was_confirmed_and_nothing_else()
    {
        RecordedMeeting meeting = Begun().Reports("2020-05-28 09:00");
        MeetingReport reported = meeting.At("2020-05-29 09:00");
        (Section(reported), Figure(reported, "done").Count, Figure(reported, "reported").Count)
            .Should().Be((ReportSections.Reported, 0, 1));
        Line(reported, "awaits.confirm").Args["who"].Should().Be(new ReportPerson("boris") { IsAwaited = true });

        meeting.SendsBack("2020-05-29 10:00", "the seal is missing");
        MeetingReport returned = meeting.At("2020-05-29 11:00");
        Section(returned).Should().Be(ReportSections.UnderWay);
        Line(returned, "returned").Args["reason"].Should().Be("the seal is missing");

        MeetingReport done = meeting.Reports("2020-06-01 09:00").Confirms("2020-06-02 09:00", note: "well done").At("2020-06-03 09:00");
        (Section(done), Figure(done, "done").Count).Should().Be((ReportSections.Done, 1));
        Line(done, "reported.late").Args["days"].Should().Be(3);
        Line(done, "note").Args["note"].Should().Be("well done");
    }

    // Law 17: it remembers nothing; whoever asks says since when.
    [Fact]
    public void tells_what_changed_since_the_report_before_and_nothing_without_one()
    {
        RecordedMeeting meeting = Begun().Says("2020-04-01 09:00", "half done").Reports("2020-05-20 09:00").Confirms("2020-05-21 09:00")
            .Takes("2020-03-02 08:00", "2020-09-01", "visit-1");

        meeting.At("2020-06-01 09:00").Changes.Should().BeEmpty();
        MeetingReport report = meeting.At("2020-06-01 09:00", since: "2020-04-01 09:00");
        report.Changes.Select(change => change.Line.Code).Should().Equal("change.reported", "change.confirmed");
        report.Changes.Should().OnlyContain(change => change.Number == 2, "late and open items come first");
        Figure(report, "done-since").Count.Should().Be(1);
        report = meeting.At("2020-06-01 09:00", since: "2020-05-31 09:00");
        (Figure(report, "done").Count, Figure(report, "done-since").Count).Should().Be((1, 0));
        report.Sections.Select(section => section.Code).Should().Equal(ReportSections.UnderWay, ReportSections.DoneBefore);
    }

    [Fact]
    public void says_what_is_due_before_the_next_meeting_in_the_order_of_days()
    {
        Stage[] stages = [new("draft", new(2020, 4, 1)), new("seal", new(2020, 5, 20))];
        AgreedItem staged = Sample.Item("2020-05-29", "2020-03-02 08:00") with { Stages = stages };
        RecordedMeeting meeting = new RecordedMeeting().Takes("2020-03-02 08:00", "2020-05-11", "visit-1")
            .Takes("2020-03-02 08:00", "2020-09-01", "ports").Takes(staged, "2020-03-02 08:00").Signs("2020-03-03 09:00")
            .Finishes("2020-03-31 09:00", "draft");

        meeting.At("2020-04-20 09:00", next: "2020-06-01").DueBeforeNext.Select(date => (date.On, date.Line.Code)).Should().Equal(
            (Sample.Day("2020-05-11"), "date.item"), (Sample.Day("2020-05-20"), "date.stage"), (Sample.Day("2020-05-29"), "date.item"));
        meeting.At("2020-04-20 09:00").DueBeforeNext.Should().BeEmpty();
    }

    // What is late is told once, as late.
    [Fact]
    public void has_a_late_item_as_overdue_and_not_as_due_before_the_next_meeting()
    {
        AgreedItem staged = Sample.Item("2020-07-20", "2020-03-02 08:00") with { Stages = [new("draft", new(2020, 5, 20))] };
        RecordedMeeting meeting = new RecordedMeeting().Takes("2020-03-02 08:00", "2020-05-11", "visit-1")
            .Takes(staged, "2020-03-02 08:00").Signs("2020-03-03 09:00");
        MeetingReport report = meeting.At("2020-06-08 09:00", next: "2020-08-01");

        report.Sections.Single(section => section.Code == ReportSections.Late).Items.Select(item => item.Id).Should().Equal("visit-1");
        report.DueBeforeNext.Select(date => (date.On, date.Line.Code)).Should().Equal((Sample.Day("2020-07-20"), "date.item"));
    }

    [Fact]
    public void says_which_items_come_first()
    {
        RecordedMeeting meeting = new RecordedMeeting().Takes("2020-03-02 08:00", "2020-05-11", "visit-1").Takes(
            Sample.Item("2020-05-29", "2020-03-02 08:00") with { AssignedAt = null, DependsOn = ["visit-1"] }, "2020-03-02 08:00");
        MeetingReport report = meeting.At("2020-04-20 09:00");

        report.Sections.Select(section => section.Code).Should().Equal(ReportSections.UnderWay, ReportSections.NotBegun);
        Line(report, "awaits.finish-first").Args["number"].Should().Be(1);
    }

    [Fact]
    public void keeps_what_was_withdrawn_apart_with_its_reason()
    {
        MeetingReport report = Begun().Withdraws("2020-04-20 09:00", "agreed otherwise").At("2020-05-01 09:00");
        Lines(report).Should().ContainSingle().Which.Args["reason"].Should().Be("agreed otherwise");
        Figure(report, "withdrawn").Count.Should().Be(1);
    }

    // Each act that the journal has a word for is told in a sentence of its own: what would fall to "other" is news that nobody reads.
    [Fact]
    public void has_a_sentence_for_each_event()
    {
        RecordedMeeting meeting = Begun().Says("2020-03-10 09:00", "x").Asks("2020-04-02 09:00", "2020-06-12", "the annex")
            .Decides("2020-04-03 09:00", isGranted: false).HandsTo("2020-04-10 09:00", "gleb", "a new department")
            .Amends("2020-04-12 09:00", "Protocol", "as signed")
            .Suspends("2020-04-20 09:00", "their text").Resumes("2020-04-27 09:00").Reschedules("2020-05-05 09:00", "2020-07-10", "put off")
            .Withdraws("2020-05-06 09:00", "agreed otherwise");
        meeting.At("2020-06-01 09:00", since: "2020-01-01 09:00").Changes.Select(change => change.Line.Code)
            .Should().HaveCount(11).And.NotContain("change.other");
    }

    private static string Written(MeetingReport report) => System.Text.Json.JsonSerializer.Serialize(report, Json.Options);

    private static IEnumerable<ReportLine> Lines(MeetingReport report) =>
        report.Sections.SelectMany(section => section.Items).SelectMany(item => item.Lines);

    private static ReportLine Line(MeetingReport report, string code) => Lines(report).Single(line => line.Code == code);

    private static string Section(MeetingReport report) => report.Sections.Single().Code;

    private static ReportFigure Figure(MeetingReport report, string code) => report.Figures.Single(figure => figure.Code == code);
}
