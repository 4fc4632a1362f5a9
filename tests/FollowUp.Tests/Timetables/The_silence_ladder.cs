using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Timetables;

/// <summary>Tests <see cref="Silence"/> with <see cref="Step1Anchor"/> and <see cref="RunningLadder"/>.</summary>
public sealed class The_silence_ladder
{
    private static readonly Plan Listening =
        Sample.PlanOf(LadderName.Silence, Rung.Repeated("watch", "+10cd", "+10cd", 12, Role.Coordinator)) with { Id = "listening" };

    private static readonly AgreedItem Item = Sample.Item("2020-02-20", "2020-01-01 10:00", Sample.Shanghai, "DAILY");

    [Fact]
    public void counts_from_the_assignment_up_to_the_due_date() =>
        Days(Item).Should().Equal("2020-01-11", "2020-01-21", "2020-01-31", "2020-02-10", "2020-02-20");

    [Fact]
    public void counts_anew_from_every_word()
    {
        AgreedItem signed = Item.Sign(new("ana"), Sample.At("2020-01-05 10:00"));
        AgreedItem told = signed.ReportProgress(new("gleb"), Sample.At("2020-02-01 10:00"), "half of it");

        Days(signed).Should().Equal("2020-01-15", "2020-01-25", "2020-02-04", "2020-02-14");
        Days(told).Should().Equal("2020-02-11");
    }

    /// <summary>A receipt that is taken away by a hand-over must not make the next count look like one that was told of.</summary>
    [Fact]
    public void has_rungs_of_its_own_after_each_word()
    {
        AgreedItem signed = Item.Sign(new("ana"), Sample.At("2020-01-05 10:00"));
        AgreedItem handed = signed.HandTo(new("chen"), Sample.At("2020-01-06 10:00"), "gleb", "the desk is closed");
        AgreedItem back = handed.HandTo(new("chen"), Sample.At("2020-01-07 10:00"), "ana", "it is open again");

        new[] { Item, signed, handed, back }.Select(item => item.CountWords()).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void tells_an_owners_own_word_from_those_of_others()
    {
        AgreedItem signed = Item.Sign(new("ana"), Sample.At("2020-01-05 10:00"));
        AgreedItem asked = signed.Suspend(new("chen"), Sample.At("2020-01-07 10:00"), "their text is not here");
        AgreedItem handed = asked.HandTo(new("chen"), Sample.At("2020-01-08 10:00"), "gleb", "the desk is closed");

        Item.OwnersWordAt().Should().BeNull();
        new[] { signed, asked }.Select(item => item.OwnersWordAt()).Should().AllBeEquivalentTo(Sample.At("2020-01-05 10:00"));
        asked.LastWordAt().Should().Be(Sample.At("2020-01-07 10:00"));
        handed.OwnersWordAt().Should().BeNull("who owned it before spoke for themselves");
    }

    [Fact]
    public void says_nothing_where_nobody_is_expected_to_speak()
    {
        Days(Item.Suspend(new("chen"), Sample.At("2020-01-05 10:00"), "their text is not here")).Should().BeEmpty();
        Days(Item.Report(new("ana"), Sample.At("2020-01-05 10:00"), new("link", "https://nia.example/1", null))).Should().BeEmpty();
        Days(Item with { AssignedAt = null, DependsOn = ["visit-1"] }).Should().BeEmpty();
        (Item with { AssignedAt = null }).LastWordAt().Should().BeNull();
    }

    /// <summary>Law 9: what was accepted before the default plan had it goes by its frozen plan, and no plan is given one.</summary>
    [Fact]
    public void is_in_no_plan_that_does_not_name_it() =>
        Timetable.Compute(Item, DefaultPlan.At(1), Sample.Days("DAILY"), Sample.CastIn(Sample.Shanghai, "DAILY"), [], Instant.MinValue)
            .Should().NotContain(entry => entry.Key.Ladder == LadderName.Silence);

    [Fact]
    public void takes_back_what_lies_in_the_bag_when_word_comes()
    {
        LedgerRow watch = Lines(Item)[0].ToRow(Sample.At("2020-01-11 09:00"));
        AgreedItem told = Item.ReportProgress(new("ana"), Sample.At("2020-01-11 09:00"), "half of it");

        NoticeValidity.StillApplies(watch, Item, Listening, Sample.CastIn(Sample.Shanghai, "DAILY")).Should().BeTrue();
        NoticeValidity.StillApplies(watch, told, Listening, Sample.CastIn(Sample.Shanghai, "DAILY")).Should().BeFalse();
    }

    private static TimetableEntry[] Lines(AgreedItem item) =>
    [
        .. Timetable.Compute(item, Listening, Sample.Days("DAILY"), Sample.CastIn(Sample.Shanghai, "DAILY"), [], Instant.MinValue)
            .Where(entry => entry.Key.Ladder == LadderName.Silence),
    ];

    private static IEnumerable<string> Days(AgreedItem item) =>
        Lines(item).Select(entry => item.DayOf(entry.Planned).ToString("uuuu-MM-dd", null));
}
