using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Reports;
using FollowUp.Tests.Reports.Rig;
using NodaTime;

namespace FollowUp.Tests.Reports;

/// <summary>
/// Laws 10 and 19: what was so at an instant stays so. Of an item that went through everything, each hour of its life is had back from
/// how it ended and from the journal. Tests <see cref="ItemHistory"/> and <see cref="ItemEntries"/>.
/// </summary>
public sealed class An_item_as_it_stood
{
    private static readonly RecordedMeeting Life = new RecordedMeeting()
        .Takes(Sample.Item("2020-05-29", "2020-03-02 08:00") with { Stages = [new("draft", new(2020, 4, 1))] }, "2020-03-02 08:00")
        .Signs("2020-03-03 09:00").Says("2020-03-10 09:00", "the draft is begun").Finishes("2020-03-31 17:00", "draft")
        .Asks("2020-04-02 09:00", "2020-06-12", "the annex").Decides("2020-04-03 09:00", isGranted: true)
        .HandsTo("2020-04-10 09:00", "gleb", "a new department").Signs("2020-04-13 09:00", "gleb")
        .Suspends("2020-04-20 09:00", "their text").Resumes("2020-04-27 09:00")
        .Reports("2020-06-01 09:00", "gleb").SendsBack("2020-06-02 09:00", "the seal is missing")
        .Reports("2020-06-03 09:00", "gleb").SendsBack("2020-06-04 09:00", "the annex is missing")
        .Amends("2020-06-04 10:00", "Protocol \"No. 1\"", "as signed").Amends("2020-06-04 11:00", "Protocol No. 1", "as signed")
        .Reschedules("2020-06-05 09:00", "2020-07-10", "the visit was put off")
        .Reports("2020-06-30 09:00", "gleb").Confirms("2020-07-01 09:00");

    [Fact]
    public void is_had_back_after_each_act()
    {
        Life.Stood.Should().HaveCount(19);
        foreach ((Instant at, AgreedItem then) in Life.Stood)
        {
            AsOf(at).Should().BeEquivalentTo(then, $"of {at}");
            AsOf(at + Duration.FromMinutes(59)).Should().BeEquivalentTo(then, $"an hour after {at} nothing more had happened");
        }
    }

    [Fact]
    public void was_not_there_before_it_was_registered() => AsOf(Sample.At("2020-03-02 07:59")).Should().BeNull();

    /// <summary>An occurrence that is opened late bears the moment at which it should have been: nobody knew of it before it was.</summary>
    [Fact]
    public void was_not_there_before_the_journal_knew_of_it()
    {
        AgreedItem late =
            Life["protocol-1"] with { RegisteredAt = Sample.At("2020-01-01 00:00"), AssignedAt = Sample.At("2020-01-01 00:00") };
        Instant before = Sample.At("2020-02-01 09:00");
        ItemHistory.AsOf(late, ItemEntries.Of(Life.Journal, before), before).Should().BeNull();
    }

    [Fact]
    public void was_not_assigned_while_others_came_first()
    {
        RecordedMeeting meeting = new RecordedMeeting()
            .Takes(Sample.Item("2020-05-29", "2020-03-02 08:00") with { AssignedAt = null, DependsOn = ["visit-1"] }, "2020-03-02 08:00");
        AgreedItem since = meeting["protocol-1"] with { AssignedAt = Sample.At("2020-04-01 08:00") };
        Instant then = Sample.At("2020-03-15 08:00");
        ItemHistory.AsOf(since, ItemEntries.Of(meeting.Journal, then), then)!.AssignedAt.Should().BeNull();
    }

    /// <summary>A report while it waits ends the waiting, and moves the date with it: its own entry is all that says so.</summary>
    [Fact]
    public void names_the_report_that_ended_its_waiting()
    {
        RecordedMeeting meeting = new RecordedMeeting().Takes("2020-03-02 08:00").Signs("2020-03-03 09:00")
            .Suspends("2020-04-20 09:00", "their text").Reports("2020-04-27 09:00");
        ItemEntries entries = ItemEntries.Of(meeting.Journal, Sample.At("2020-05-01 09:00"));
        entries.Of(meeting["protocol-1"].DueChanges.Single()).Should().Equal(meeting.Entries(EventNames.Reported));
    }

    private static AgreedItem? AsOf(Instant at) => ItemHistory.AsOf(Life["protocol-1"], ItemEntries.Of(Life.Journal, at), at);
}
