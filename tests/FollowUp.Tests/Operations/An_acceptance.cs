using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Plans;
using FollowUp.Timetables;
using FollowUp.Tests.Parsing.Rig;
using NodaTime;

namespace FollowUp.Tests.Operations;

/// <summary>
/// Law 18: what cannot be armed is not accepted. Tests <see cref="ItemAcceptance"/> and <see cref="ResolvedReferences"/>.
/// </summary>
public sealed class An_acceptance
{
    private static readonly Instant Now = Sample.At("2019-11-25 10:00");

    [Fact]
    public void makes_an_item_that_can_be_followed()
    {
        (AgreedItem item, IReadOnlyList<Fault> faults) = Accept(draft => draft);
        faults.Should().BeEmpty();
        item.AssignedAt.Should().Be(Now);
        item.NextAt.Should().Be(Now);
        item.OriginalDueOn.Should().Be(item.DueOn);
        item.Calendars.Should().Equal(new FrozenRevision("CN", 1));
        item.Plan.Should().Be(new FrozenRevision("default", 2));
        item.Warnings.Should().BeEmpty();
        item.State.Should().Be("assigned");
    }

    [Fact]
    public void is_refused_where_the_plan_would_remind_nobody()
    {
        (_, IReadOnlyList<Fault> faults) = Accept(draft => draft with { Plan = "late" });
        faults.Should().ContainSingle().Which.Should().Match<Fault>(fault => fault.Pointer == "/agreements/0/items/0/dueOn"
            && fault.Detail.StartsWith("plan late says nothing on or before this day: nobody would be reminded", StringComparison.Ordinal));
    }

    [Fact]
    public void is_refused_where_the_calendars_never_meet()
    {
        (_, IReadOnlyList<Fault> faults) = Accept(draft => draft with { Calendars = ["CN", "NEVER"] });
        faults.Should().ContainSingle().Which.Should().Match<Fault>(fault =>
            fault.Pointer == "/agreements/0/items/0/calendars" && fault.Detail.StartsWith("CN and NEVER", StringComparison.Ordinal));
    }

    // Law 20: a timetable has an end, and what stood after it would never be said.
    [Fact]
    public void is_refused_where_more_would_be_said_than_a_timetable_holds()
    {
        (_, IReadOnlyList<Fault> faults) =
            Accept(draft => draft with { Plan = "loud", Supporting = [.. Enumerable.Range(0, 50).Select(n => $"unit-{n}")] });
        faults.Should().ContainSingle()
            .Which.Should()
            .Match<Fault>(
                fault => fault.Pointer == "/agreements/0/items/0/plan"
                    && fault.Detail.Contains("at most 10000 notices", StringComparison.Ordinal));
        Accept(draft => draft with { Plan = "loud" }).Faults.Should().BeEmpty();
    }

    // Signed on a Saturday and due on the Sunday: whatever falls on these days moves to before the one or after the other.
    [Fact]
    public void is_refused_where_every_reminder_would_lie_before_the_assignment_or_after_the_due_date() =>
        Accept(draft => draft with { DueOn = Sample.Day("2019-11-24") }, signedOn: "2019-11-23").Faults
            .Should().ContainSingle().Which.Pointer.Should().Be("/agreements/0/items/0/dueOn");

    [Fact]
    public void on_the_day_of_signature_counts_the_word_that_hands_it_over() =>
        Accept(draft => draft with { DueOn = Sample.Day("2019-11-21") }, Sample.At("2019-11-21 10:00")).Faults
            .Should().BeEmpty("signed, handed over and due on one Thursday");

    // Law 7: signed in Beijing on a day that Samoa, where the item is due, went without.
    [Fact]
    public void of_an_agreement_signed_on_a_day_that_its_zone_left_out_is_no_mistake() =>
        Accept(draft => draft with { TimeZone = "Pacific/Apia" }, signedOn: "2011-12-30").Faults.Should().BeEmpty();

    [Fact]
    public void comes_with_a_warning_that_a_calendar_ends_before_the_due_date() =>
        Accept(draft => draft with { DueOn = Sample.Day("2027-03-01") }).Item.Warnings.Should()
            .Equal("Calendar CN is known through 2026-12-31 only: later days count by the weekend alone.");

    [Fact]
    public void comes_with_a_warning_that_it_is_late_already()
    {
        (AgreedItem item, IReadOnlyList<Fault> faults) = Accept(draft => draft, Sample.At("2020-06-01 10:00"));
        faults.Should().BeEmpty("an agreement that is registered late must not be lost for it");
        item.Warnings.Should().ContainSingle().Which.Should().StartWith("It was registered after its due date, 2020-05-29");
    }

    [Fact]
    public void comes_without_a_warning_where_the_default_plan_meets_a_short_chain() =>
        Accept(draft => draft, chain: ["level-1"]).Item.Warnings.Should().BeEmpty();

    /// <summary>A chain may be shorter than its plan: whoever is there hears of lateness.</summary>
    [Fact]
    public void comes_without_a_warning_where_an_own_plan_meets_a_short_chain() =>
        Accept(draft => draft with { Plan = "tall" }, chain: ["level-1"]).Item.Warnings.Should().BeEmpty();

    [Fact]
    public void comes_with_a_warning_where_nobody_would_hear_of_lateness() =>
        Accept(draft => draft with { Plan = "lofty" }, chain: ["level-1"]).Item.Warnings.Should()
            .Equal("Plan lofty tells nobody in overdue/two: the chain of agreement 2019-11-21-beijing has 1.");

    [Fact]
    public void tells_with_its_timetable_what_is_said_to_nobody() =>
        Warnings.Unheard(Accept(draft => draft, chain: ["level-1"]).Item, Plan.Default)
            .Should().Be("Plan default tells nobody in overdue/level-2, overdue/level-3: the chain of agreement 2019-11-21-beijing has 1.");

    private static (AgreedItem Item, IReadOnlyList<Fault> Faults) Accept(
        Func<ItemDraft, ItemDraft> change, Instant? now = null, string? signedOn = null, params string[] chain)
    {
        AgreementDraft draft = Example.Register.Agreements.Single();
        string[] people =
        [
            "nia-law",
            "nia-lead",
            "nia-intl",
            "fsb-law",
            "level-1",
            "level-2",
            "level-3",
            .. Enumerable.Range(0, 50).Select(n => $"unit-{n}"),
        ];
        WorkCalendar never = Sample.Plain with { Id = "NEVER", Weekend = [.. Enum.GetValues<IsoDayOfWeek>()] };
        Plan late = Sample.PlanOf(LadderName.Overdue, Rung.Once("again", "+1wd", Role.Owner)) with { Id = "late" };
        Plan loud = new("loud", new(9, 0), 2,
        [
            new(LadderName.Due, [Rung.Once("week", "-7cd", Role.Owner)]),
            new(LadderName.Overdue,
                [
                    Rung.Repeated("one", "+1wd", "+1wd", Rung.TimesMax, Role.Supporting),
                    Rung.Repeated("two", "+2cd", "+2cd", Rung.TimesMax, Role.Supporting),
                ]),
        ]);
        Plan tall = new("tall", new(9, 0), 2,
        [
            new(LadderName.Receipt, [Rung.Once("at-once", "0", Role.Owner), Rung.Once("chief", "+5wd", "level-2")]),
            new(LadderName.Due, [Rung.Once("week", "-7cd", Role.Owner)]),
            new(LadderName.Overdue,
                [
                    Rung.Once("again", "+1wd", Role.Owner),
                    Rung.Once("two", "+2wd", "level-2", Role.Issuer),
                    Rung.Once("three", "+3wd", "level-3", "level-4"),
                ]),
        ]);
        Plan lofty = tall with
        {
            Id = "lofty",
            Ladders =
            [
                tall.Ladders[1],
                new(LadderName.Overdue, [Rung.Once("again", "+1wd", Role.Owner), Rung.Once("two", "+2wd", "level-2")]),
            ],
        };
        ResolvedReferences known = new(
            people.ToDictionary(id => id, id => Sample.Person(id)),
            new Dictionary<string, WorkCalendar> { ["CN"] = Sample.Calendar("CN"), ["NEVER"] = never },
            new Dictionary<string, Plan>
            {
                ["default"] = Plan.Default,
                ["late"] = late,
                ["loud"] = loud,
                ["tall"] = tall,
                ["lofty"] = lofty,
            });
        List<Fault> faults = [];
        FollowUp.Agreements.Agreement agreement = chain.Length == 0 ? draft.Agreement : draft.Agreement with { Chain = chain };
        agreement = signedOn is null ? agreement : agreement with { SignedOn = Sample.Day(signedOn) };
        return (ItemAcceptance.Accept(change(draft.Items.Single()), agreement, known, now ?? Now, faults.Add), faults);
    }
}
