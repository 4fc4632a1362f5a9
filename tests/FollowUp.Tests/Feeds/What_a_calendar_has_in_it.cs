using FollowUp.Feeds;
using FollowUp.Items;
using FollowUp.Tests.Rig;
using NodaTime;

namespace FollowUp.Tests.Feeds;

/// <summary>
/// Tests <see cref="FeedEvents"/>, <see cref="FeedEvent"/>, <see cref="FeedState"/> and <see cref="LastChange"/>: what somebody finds in
/// their calendar, how it stands, and how long what is over stays there.
/// </summary>
public sealed class What_a_calendar_has_in_it
{
    private static readonly Instant Monday = Sample.At("2020-03-02 10:00");
    private static readonly Instant Later = Sample.At("2020-03-10 10:00");
    private static readonly AgreedItem Assigned = Sample.Item("2020-05-29", "2020-03-02 08:00");

    private static readonly AgreedItem Staged =
        Assigned with { Stages = [new("draft", Sample.Day("2020-04-01")), new("signature", Sample.Day("2020-05-20"))] };

    [Theory]
    [InlineData("ana", "owner", true)]
    [InlineData("gleb", "supporting", true)]
    [InlineData("boris", "issuer", false)]
    [InlineData("chen", "coordinator", false)]
    public void is_what_they_have_a_part_in_and_alarms_are_for_those_who_do_it(string person, string part, bool hasAlarms)
    {
        FeedEvent one = FeedEvents.OfPerson(person, [Assigned], Later).Shown.Should().ContainSingle().Subject;

        (one.Part, one.Day, one.State, one.HasAlarms).Should().Be((part, Assigned.DueOn, FeedState.Open, hasAlarms));
        one.Uid.Should().Be("2019-11-21-beijing.protocol-1@followup");
        one.ChangedAt.Should().Be(Assigned.AssignedAt!.Value);
    }

    // A subscriber's program that goes by the last change must see that the title is another.
    [Fact]
    public void has_changed_when_its_words_were_put_right() =>
        FeedEvents.OfPerson("ana", [Assigned.Amend(new("chen"), Later, AmendedField.TitleIn("en"), "Revised draft")], Later)
            .Shown.Should().ContainSingle().Which.ChangedAt.Should().Be(Later);

    [Theory]
    [InlineData("dora")]
    [InlineData("nobody")]
    public void is_nothing_that_they_only_hear_of(string person) => FeedEvents.OfPerson(person, [Staged], Later).Shown.Should().BeEmpty();

    [Fact]
    public void is_all_of_an_agreement_for_whoever_reads_that_and_nobody_is_reminded_by_it()
    {
        FeedEvent[] all = [.. FeedEvents.OfAgreement([Staged, Assigned with { Id = "visit" }], Later).Shown];

        all.Select(one => $"{one.Uid} {one.Day:uuuu-MM-dd}").Should().Equal(
            "2019-11-21-beijing.protocol-1.draft@followup 2020-04-01", "2019-11-21-beijing.protocol-1.signature@followup 2020-05-20",
            "2019-11-21-beijing.protocol-1@followup 2020-05-29", "2019-11-21-beijing.visit@followup 2020-05-29");
        all.Should().OnlyContain(one => !one.HasAlarms && one.Part == null);
    }

    [Fact]
    public void says_how_it_stands()
    {
        AgreedItem done = Staged.FinishStage(new("ana"), Monday, "draft").Report(new("ana"), Monday, new("none", null, "by phone"));
        State(Staged with { AssignedAt = null }).Should().Be("NotBegun NotBegun NotBegun");
        State(Staged.Suspend(new("chen"), Monday, "their translation")).Should().Be("Waiting Waiting Waiting");
        State(Staged.FinishStage(new("ana"), Monday, "draft")).Should().Be("Done Open Open");
        State(done).Should().Be("Done Reported Reported");
        State(done.SendBack(new("boris"), Later, "no annex")).Should().Be("Done Open Open");
        State(done.Confirm(new("boris"), Later, null)).Should().Be("Done Done Done");
        State(Staged.Withdraw(new("chen"), Later, "agreed otherwise")).Should().Be("Withdrawn Withdrawn Withdrawn");
    }

    /// <summary>A former owner learns that it is theirs no more, and nothing of what became of it (law 15).</summary>
    [Fact]
    public void of_a_former_owner_is_what_they_handed_over_as_it_was_then()
    {
        AgreedItem moved = Staged.Reschedule(new("chen"), Monday, Sample.Day("2020-06-05"), "asked by phone");
        AgreedItem handed = moved.HandTo(new("chen"), Later, "zoe", "another department")
            .Reschedule(new("chen"), Later + Duration.FromDays(1), Sample.Day("2020-07-01"), "a new start");

        FeedEvent[] former = [.. FeedEvents.OfPerson("ana", [handed], Later + Duration.FromDays(2)).Shown];
        former.Should().HaveCount(3).And.OnlyContain(one => one.State == FeedState.HandedOver && one.IsCancelled && one.ChangedAt == Later);
        former[^1].Day.Should().Be(Sample.Day("2020-06-05"));
        former[^1].Item.Owner.Should().Be("ana");
        FeedEvents.OfPerson("zoe", [handed], Later).Shown[^1].Day.Should().Be(Sample.Day("2020-07-01"));
        FeedEvents.OfPerson("ana", [handed.HandTo(new("chen"), Later + Duration.FromDays(3), "ana", "back again")], Later).Shown
            .Should().OnlyContain(one => !one.IsCancelled);
    }

    [Theory]
    [InlineData("withdrawn", FeedEvents.CancelledDays)]
    [InlineData("handed over", FeedEvents.CancelledDays)]
    [InlineData("done", FeedEvents.DoneDays)]
    public void stays_for_a_while_when_it_is_over(string how, int days)
    {
        AgreedItem over = how switch
        {
            "withdrawn" => Assigned.Withdraw(new("chen"), Monday, "agreed otherwise"),
            "handed over" => Assigned.HandTo(new("chen"), Monday, "zoe", "another department"),
            _ => Assigned.Report(new("ana"), Monday, new("none", null, "by phone")).Confirm(new("boris"), Monday, null),
        };
        FeedEvents.OfPerson("ana", [over], Monday + Duration.FromDays(days) - Duration.Epsilon).Shown.Should().ContainSingle();
        FeedEvents.OfPerson("ana", [over], Monday + Duration.FromDays(days)).Shown.Should().BeEmpty();
    }

    [Fact]
    public void of_too_much_is_what_presses_and_says_how_much_is_left_out()
    {
        AgreedItem[] open = [.. Enumerable.Range(0, FeedEvents.EventsMax - 1).Select(n => Assigned with { Id = $"i{n}" })];
        AgreedItem far = Assigned with { Id = "far", DueOn = Sample.Day("2030-01-01") };
        AgreedItem over = Assigned.Withdraw(new("chen"), Monday, "agreed otherwise") with { Id = "over" };

        FeedEvents all = FeedEvents.OfPerson("ana", [over, far, .. open], Later);
        all.Shown.Should()
            .HaveCount(FeedEvents.EventsMax).And.Contain(one => one.Item.Id == "far").And.NotContain(one => one.Item.Id == "over");
        all.LeftOut.Should().Be(1);
        FeedEvents.OfPerson("ana", [over, far], Later).LeftOut.Should().Be(0);
    }

    /// <summary>
    /// Whatever becomes of an item: a program that knows a day knows by its SEQUENCE that it is another one now, and nothing vanishes.
    /// </summary>
    [Fact]
    public void grows_in_sequence_with_each_change_of_day_or_state() => Seeds.Each(400, random =>
    {
        AgreedItem item = Staged;
        Instant at = Monday;
        for (int step = 0; step < 25; step++)
        {
            at += Duration.FromHours(random.Next(1, 400));
            AgreedItem next = RandomVerb.Do(item, at, random);
            if (!ReferenceEquals(next, item))
            {
                next = next with { Revision = item.Revision + 1 };
                MustBeToldApart(Days("ana", item, at), Days("ana", next, at));
                MustBeToldApart(Days("boris", item, at), Days("boris", next, at));
            }

            item = next;
        }
    });

    private static void MustBeToldApart(IReadOnlyDictionary<string, FeedEvent> before, IReadOnlyDictionary<string, FeedEvent> after)
    {
        foreach ((string uid, FeedEvent old) in before.Where(one => one.Value.IsOpen))
        {
            FeedEvent now = after.Should().ContainKey(uid).WhoseValue;
            now.Sequence.Should().BeGreaterThan(old.Sequence);
            now.ChangedAt.Should().BeGreaterThanOrEqualTo(old.ChangedAt);
        }
    }

    private static Dictionary<string, FeedEvent> Days(string person, AgreedItem item, Instant at) =>
        FeedEvents.OfPerson(person, [item], at).Shown.ToDictionary(one => one.Uid);

    private static string State(AgreedItem item) =>
        string.Join(' ', FeedEvents.OfPerson("ana", [item], Later).Shown.Select(one => one.State));
}
