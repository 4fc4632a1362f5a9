using FollowUp.Agreements;
using FollowUp.Items;

namespace FollowUp.Tests.Items;

/// <summary>Tests <see cref="Recurrence"/>, <see cref="SeriesEnd"/> and <see cref="Recurring"/>.</summary>
public sealed class An_item_that_comes_round
{
    private static readonly AgreedItem First = Sample.Item("2020-03-31", "2020-01-06 09:00") with
    {
        Stages = [new("agenda", Sample.Day("2020-03-17"))],
        Recurrence = new("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;COUNT=3", Sample.Day("2020-03-31"), 1, "protocol-1"),
    };

    private static readonly Revisions Today = new(2, new Dictionary<string, int> { ["CN"] = 3 });

    [Fact]
    public void opens_its_next_occurrence_the_day_after_this_one_was_to_be_done()
    {
        First.OpensNextAt().Should().Be(Sample.At("2020-04-01 00:00"));
        AgreedItem second = Second(First);

        second.DueOn.Should().Be(Sample.Day("2020-06-30"));
        second.OriginalDueOn.Should().Be(second.DueOn);
        second.AssignedAt.Should().Be(Sample.At("2020-04-01 00:00"));
        second.Stages.Should().Equal(new Stage("agenda", Sample.Day("2020-06-16")));
        second.Plan.Should().Be(new FrozenRevision("default", 2), "what is accepted today is frozen to what there is today (law 9)");
        second.Calendars.Should().Equal(new FrozenRevision("CN", 3));
        second.Recurrence.Should().Be(First.Recurrence! with { Number = 2 });
        second.OpensNextAt().Should().Be(Sample.At("2020-07-01 00:00"));
    }

    [Fact]
    public void calls_its_occurrences_by_number()
    {
        First.Recurrence!.NextId().Should().Be("protocol-1-2");
        Second(First).Recurrence!.NextId().Should().Be("protocol-1-3");
    }

    [Fact]
    public void ends_where_its_rule_does() =>
        Second(First).NextOccurrence("protocol-1-3", Talks, Today).OpensNextAt().Should().BeNull();

    // The anchor decides, not how the last one went: neither a late one nor an early one moves those that follow.
    [Fact]
    public void counts_from_its_first_day_whatever_became_of_the_last_one()
    {
        AgreedItem late = First.Reschedule(new("chen"), Sample.At("2020-03-20 10:00"), Sample.Day("2020-05-20"), "a late start");
        late.OpensNextAt().Should().Be(First.OpensNextAt());
        Second(late).DueOn.Should().Be(Sample.Day("2020-06-30"));

        AgreedItem early = First.Report(new("ana"), Sample.At("2020-01-20 10:00"), new("none", null, "by phone"))
            .Confirm(new("boris"), Sample.At("2020-01-21 10:00"), null);
        early.OpensNextAt().Should().Be(First.OpensNextAt());
    }

    [Fact]
    public void goes_on_with_the_owner_it_has_by_then() =>
        Second(First.HandTo(new("chen"), Sample.At("2020-02-01 10:00"), "gleb", "a new department")).Owner.Should().Be("gleb");

    [Theory]
    [InlineData("2020-03-31 23:59")]
    [InlineData("2020-04-01 00:00")]
    public void goes_on_without_an_occurrence_that_is_withdrawn(string at) =>
        Second(First.Withdraw(new("chen"), Sample.At(at), "no meeting in spring")).DueOn.Should().Be(Sample.Day("2020-06-30"));

    /// <summary>What earlier versions withdrew was the series: nothing comes back that was taken off the list years ago.</summary>
    [Fact]
    public void ended_with_what_an_earlier_version_withdrew()
    {
        AgreedItem Then(string at) => First with { Withdrawal = new("chen", Sample.At(at), "agreed otherwise") };
        Then("2020-03-31 23:59").OpensNextAt().Should().BeNull();
        Then("2020-04-01 00:00").OpensNextAt().Should().NotBeNull();
    }

    [Fact]
    public void is_not_to_be_done_again_once_its_series_is_ended()
    {
        AgreedItem ended = First.EndSeries(new("chen"), Sample.At("2020-03-31 23:59"), "agreed otherwise");

        ended.OpensNextAt().Should().BeNull();
        (ended with { Recurrence = First.Recurrence }).Should().Be(First, "the one that runs stays as it is");
        ended.EndSeries(new("chen"), Sample.At("2020-04-02 09:00"), "once more").Should().BeSameAs(ended);
        First.Report(new("ana"), Sample.At("2020-01-20 10:00"), new("none", null, "by phone"))
            .Confirm(new("boris"), Sample.At("2020-01-21 10:00"), null)
            .EndSeries(new("chen"), Sample.At("2020-02-01 10:00"), "that was all").OpensNextAt().Should().BeNull();
    }

    /// <summary>Law 6: what should have been opened by then is opened, however late anybody looks, and is the last.</summary>
    [Fact]
    public void ends_with_the_occurrence_that_was_to_be_open_by_then()
    {
        AgreedItem late = First.EndSeries(new("chen"), Sample.At("2020-04-01 00:00"), "agreed otherwise");
        late.OpensNextAt().Should().Be(Sample.At("2020-04-01 00:00"));
        Second(late).OpensNextAt().Should().BeNull();
    }

    [Fact]
    public void is_ended_by_its_coordinator_with_its_last_occurrence_where_there_is_more_to_come()
    {
        Refused(() => First.EndSeries(new("ana"), Sample.At("2020-03-02 09:00"), "x")).Should().Contain("only its coordinator (chen)");
        Refused(() => (First with { Recurrence = null }).EndSeries(new("chen"), Sample.At("2020-03-02 09:00"), "x"))
            .Should().EndWith("it is done once, and does not come round.");
        Opening next = new(Sample.At("2020-04-01 00:00"), "protocol-1-2", null);
        Refused(() => (First with { Recurrence = First.Recurrence! with { Next = next } })
            .EndSeries(new("chen"), Sample.At("2020-04-02 09:00"), "x"))
            .Should().EndWith("its series went on; it is ended with protocol-1-2.");
        Refused(() => Second(First).NextOccurrence("protocol-1-3", Talks, Today).EndSeries(new("chen"), Sample.At("2020-10-02 09:00"), "x"))
            .Should().EndWith("it is the last of its series.");
    }

    private static string Refused(Action verb) => verb.Should().Throw<ItemRefusedException>().Which.Message;

    // Law 7: Samoa had no 30 December 2011; Beirut no midnight on 29 March 2020.
    [Theory]
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-30T10:00:00Z")]
    [InlineData("Asia/Beirut", "2020-03-28", "2020-03-28T22:00:00Z")]
    public void opens_its_next_one_at_the_first_instant_that_there_is_after_its_day(string zone, string dueOn, string opens) =>
        (Sample.Item(dueOn, "2011-06-06 09:00", zone) with { Recurrence = new("FREQ=YEARLY", Sample.Day(dueOn), 1, "protocol-1") })
            .OpensNextAt().Should().Be(Sample.Utc(opens));

    [Fact]
    public void that_is_registered_late_opens_the_next_one_no_earlier() =>
        (First with { RegisteredAt = Sample.At("2020-05-05 10:00") }).OpensNextAt().Should().Be(Sample.At("2020-05-05 10:00"));

    [Fact]
    public void opens_one_occurrence_once() =>
        (First with { Recurrence = First.Recurrence! with { Next = new(Sample.At("2020-04-01 00:00"), "protocol-1-2", null) } })
            .OpensNextAt().Should().BeNull();

    /// <summary>Whoever takes over an agreement coordinates what is opened then, also after what was closed before.</summary>
    [Theory]
    [InlineData(true, "chen", "dora")]
    [InlineData(false, "gleb", "egor")]
    public void is_followed_up_by_whom_its_agreement_names_by_then(bool isOpen, string coordinator, string level)
    {
        AgreedItem closed = isOpen ? First : First.Withdraw(new("chen"), Sample.At("2020-06-02 10:00"), "done by others");

        AgreedItem next = closed.NextOccurrence("protocol-1-2", Talks.FollowedUpBy("gleb", ["egor"]), Today);

        (next.Coordinator, next.Chain[0]).Should().Be((coordinator, level));
    }

    private static Agreement Talks { get; } =
        new("2019-11-21-beijing", "minutes", Sample.Day("2019-11-21"), null, new() { En = "Talks" }, [], "chen", ["dora"], []);

    private static AgreedItem Second(AgreedItem first) => first.NextOccurrence("protocol-1-2", Talks, Today);
}
