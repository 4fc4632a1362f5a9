using FollowUp.Items;
using FollowUp.Journal;

namespace FollowUp.Tests.Journal;

/// <summary>Law 10: an export alone tells the whole story of an item's slippage. Tests <see cref="JournalText"/>.</summary>
public sealed class A_story
{
    private static AgreedItem Item { get; } = Sample.Item("2020-05-29", "2020-03-02 08:00", Sample.Shanghai, "PLAIN");

    [Fact]
    public void begins_with_whom_it_was_given_to_and_by_when() =>
        JournalText.OfAcceptance(Item).Should().Be(new JournalEvent("assigned", "protocol-1", "chen", "to ana, due 2020-05-29"));

    [Fact]
    public void begins_with_what_it_waits_for_where_it_depends_on_others()
    {
        AgreedItem waiting = Item with { AssignedAt = null, DependsOn = ["visit", "meeting"] };
        JournalText.OfAcceptance(waiting)
            .Should().Be(new JournalEvent("registered", "protocol-1", "chen", "waits for visit, meeting, due 2020-05-29"));
        JournalText.OfAssignment(Item, by: null)
            .Should().Be(new JournalEvent("assigned", "protocol-1", null, "to ana, due 2020-05-29"), "the clock gave it");
    }

    [Theory]
    [InlineData("2020-05-29", "due 2020-05-29")]
    [InlineData("2020-05-30", "due 2020-05-30, originally 2020-05-29 (1 day later)")]
    [InlineData("2020-06-12", "due 2020-06-12, originally 2020-05-29 (14 days later)")]
    [InlineData("2020-05-28", "due 2020-05-28, originally 2020-05-29 (1 day earlier)")]
    [InlineData("2020-05-19", "due 2020-05-19, originally 2020-05-29 (10 days earlier)")]
    public void says_how_far_the_due_date_has_slipped(string dueOn, string told) =>
        JournalText.OfAnswer(Item with { DueOn = Sample.Day(dueOn) }, null).Should().Be(told);

    [Fact]
    public void counts_how_often_it_was_extended()
    {
        AgreedItem once = Extended(Item, "2020-06-12");
        JournalText.OfAnswer(once, null).Should().Be("due 2020-06-12, originally 2020-05-29 (14 days later), extended 1 time");
        JournalText.OfAnswer(Extended(once, "2020-06-15"), null).Should().Be("due 2020-06-15, originally 2020-05-29 (17 days later), extended 2 times");
    }

    [Theory]
    [InlineData("2020-03-03 09:00", "waited 0 working days; due 2020-05-29")]
    [InlineData("2020-03-04 09:00", "waited 1 working day; due 2020-06-01, originally 2020-05-29 (3 days later)")]
    [InlineData("2020-03-05 09:00", "waited 2 working days; due 2020-06-02, originally 2020-05-29 (4 days later)")]
    public void says_what_waiting_cost(string until, string told) =>
        JournalText.OfResumption(
            Item.Suspend(new("chen"), Sample.At("2020-03-03 08:00"), "their text is not here")
                .Resume(new("chen"), Sample.At(until), Item.DaysOf()))
            .Should().Be(told);

    private static AgreedItem Extended(AgreedItem item, string dueOn) => item
        .AskForExtension(new("ana"), Sample.At("2020-05-04 09:00"), Sample.Day(dueOn), "the annex is being translated", 2)
        .DecideExtension(new("boris"), Sample.At("2020-05-05 09:00"), item.Extensions.Count + 1, isGranted: true, null);
}
