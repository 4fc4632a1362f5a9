using FollowUp.Answers;
using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Answers;

/// <summary>
/// Tests <see cref="Answering"/>, <see cref="AnswerRecord"/>, <see cref="AnswerStandings"/> and <see cref="AnswerContent"/>: a link
/// does one thing, once, and dies with what it was made for.
/// </summary>
public sealed class An_answer
{
    private static readonly Instant Monday = Sample.At("2020-03-02 10:00");
    private static readonly Instant Tuesday = Sample.At("2020-03-03 10:00");
    private static readonly AgreedItem Assigned = Sample.Item("2020-03-06", "2020-03-02 08:00");
    private static readonly AgreedItem Asked = Assigned.AskForExtension(new("ana"), Monday, Sample.Day("2020-03-20"), "the annex", 2);
    private static readonly AgreedItem Reported = Assigned.Report(new("ana"), Monday, new("document", "No. 12", null));
    private static readonly AgreedItem SentBack = Reported.SendBack(new("boris"), Tuesday, "not signed");

    private static FrozenTerms Terms { get; } = new(Plan.Default, Assigned.DaysOf());

    public static TheoryData<string, string> Each => new()
    {
        { AnswerAction.Sign, "ana" }, { AnswerAction.Progress, "ana" }, { AnswerAction.Complete, "ana" }, { AnswerAction.Extend, "ana" },
        { AnswerAction.HandBack, "ana" }, { AnswerAction.Confirm, "boris" }, { AnswerAction.Return, "boris" },
        { AnswerAction.Grant, "boris" }, { AnswerAction.Refuse, "boris" },
    };

    [Theory]
    [MemberData(nameof(Each))]
    public void is_recorded_once(string action, string who)
    {
        AgreedItem item = Before(action);
        AnswerScope scope = ScopeOf(item, action, who);
        Standing(scope, item).Should().Be(AnswerStanding.Open);
        AnswerRecord.Of(scope, item).Should().BeNull();

        AgreedItem after = Answer(item, scope, "first");
        after.Should().NotBeSameAs(item);
        AnswerRecord.Of(scope, after)
            .Should().Match<AnswerRecord>(record => record.Action == action && record.By == who && record.At == Tuesday);
        Standing(scope, after).Should().Be(AnswerStanding.Recorded);
        Answer(after, scope, "second").Should().BeSameAs(after, "a second click finds what was recorded");
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void dies_when_the_item_changes_hands(string action, string who)
    {
        AgreedItem item = Before(action);
        AnswerScope scope = ScopeOf(item, action, who);
        if (item.IsReported)
        {
            // What is reported cannot be handed over; once it was sent back it can.
            item = item.SendBack(new("boris"), Monday, "not signed");
        }

        AgreedItem handed = item.HandTo(new("chen"), Monday, "gleb", "a new department").HandTo(new("chen"), Monday, "ana", "back again");
        Standing(scope, handed).Should().Be(AnswerStanding.HandedOver);
        if (action is not (AnswerAction.Confirm or AnswerAction.Return))
        {
            ((Action)(() => Answer(handed, scope, "late"))).Should().Throw<ItemRefusedException>().WithMessage("*handed over since*");
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void dies_with_the_item_and_at_its_end(string action, string who)
    {
        AgreedItem item = Before(action);
        AnswerScope scope = ScopeOf(item, action, who);
        Standing(scope, item.Withdraw(new("chen"), Tuesday, "agreed otherwise")).Should().Be(AnswerStanding.Closed);
        Standing(scope, item, scope.ExpiresAt - Duration.Epsilon).Should().Be(AnswerStandingAtEnd(action));
        Standing(scope, item, scope.ExpiresAt).Should().Be(AnswerStanding.Expired);
    }

    [Theory]
    [InlineData(AnswerAction.Confirm)]
    [InlineData(AnswerAction.Return)]
    public void to_the_first_report_is_none_to_the_second(string action)
    {
        AnswerScope scope = ScopeOf(Reported, action, "boris");
        AgreedItem again = SentBack.Report(new("ana"), Tuesday, new("document", "No. 13", null));
        AnswerRecord.Of(scope, again)!.Action.Should().Be(AnswerAction.Return);
        Answer(again, scope, "fine").Should().BeSameAs(again);
        Standing(ScopeOf(again, action, "boris"), again).Should().Be(AnswerStanding.Open);
    }

    [Fact]
    public void to_the_first_request_is_none_to_the_second()
    {
        AnswerScope first = ScopeOf(Asked, AnswerAction.Grant, "boris");
        AgreedItem refused = Asked.DecideExtension(new("boris"), Monday, 1, isGranted: false, "too long");
        AgreedItem again = refused.AskForExtension(new("ana"), Monday, Sample.Day("2020-03-13"), "one week", 2);
        AnswerRecord.Of(first, again).Should().Be(new AnswerRecord(AnswerAction.Refuse, "boris", Monday, "too long"));
        Answer(again, first, "fine").Should().BeSameAs(again);
        Answer(again, ScopeOf(again, AnswerAction.Grant, "boris"), "fine").DueOn.Should().Be(Sample.Day("2020-03-13"));
    }

    [Fact]
    public void that_reports_done_is_on_record_though_it_was_sent_back()
    {
        AnswerScope scope = ScopeOf(Assigned, AnswerAction.Complete, "ana");
        AnswerRecord.Of(scope, SentBack).Should().Be(new AnswerRecord(AnswerAction.Complete, "ana", Monday, "No. 12"));
        Answer(SentBack, scope, "again").Should().BeSameAs(SentBack);
        Answer(SentBack, ScopeOf(SentBack, AnswerAction.Complete, "ana"), "again").IsReported.Should().BeTrue();
    }

    [Fact]
    public void that_gives_word_counts_from_the_letter()
    {
        AnswerScope first = ScopeOf(Assigned, AnswerAction.Progress, "ana");
        AgreedItem once = Answer(Assigned, first, "half done").ReportProgress(new("gleb"), Tuesday, "the other half");
        Answer(once, first, "half done").Should().BeSameAs(once);
        AnswerScope second = first.Sibling(once, AnswerAction.Progress);
        Answer(once, second, "nearly").Progress.Select(word => word.Text).Should().Equal("half done", "the other half", "nearly");
    }

    [Fact]
    public void of_one_who_stands_in_counts_while_they_do()
    {
        Actor standIn = new("gleb", [new("owner", "ana", "gleb")]);
        AnswerScope scope = ScopeOf(Assigned, AnswerAction.Complete, "gleb");
        Assigned.Answer(scope, Content("done"), standIn, Tuesday, Terms).Completion!.By.Should().Be("gleb");
        AnswerStandings.Of(scope, Assigned, new("gleb"), Tuesday, Terms).Should().Be(AnswerStanding.NotYours);
        ((Action)(() => Assigned.Answer(scope, Content("done"), new("gleb"), Tuesday, Terms)))
            .Should().Throw<ItemRefusedException>().Which.Refusal.Should().Be(Refusal.NotAllowed);
    }

    [Fact]
    public void that_hands_back_makes_the_coordinator_its_owner()
    {
        AnswerScope scope = ScopeOf(Assigned, AnswerAction.HandBack, "ana");
        AgreedItem after = Answer(Assigned, scope, "not ours");
        (after.Owner, after.Receipt).Should().Be(("chen", null));
        AnswerRecord.Of(scope, after).Should().Be(new AnswerRecord(AnswerAction.HandBack, "ana", Tuesday, "not ours"));
        Standing(ScopeOf(Assigned, AnswerAction.Complete, "ana"), after).Should().Be(AnswerStanding.HandedOver);
        ((Action)(() => after.HandBack(new("chen"), Tuesday, "not ours either"))).Should().Throw<ItemRefusedException>();
    }

    [Fact]
    public void to_what_nobody_asked_is_refused()
    {
        AnswerScope scope = ScopeOf(Assigned, AnswerAction.Grant, "boris");
        Standing(scope, Assigned).Should().Be(AnswerStanding.NotNow);
        ((Action)(() => Answer(Assigned, scope, "fine"))).Should().Throw<ItemRefusedException>();
    }

    /// <summary>An extension is asked for before the due date (law 11).</summary>
    private static AnswerStanding AnswerStandingAtEnd(string action) =>
        action == AnswerAction.Extend ? AnswerStanding.NotNow : AnswerStanding.Open;

    private static AgreedItem Before(string action) => action switch
    {
        AnswerAction.Confirm or AnswerAction.Return => Reported,
        AnswerAction.Grant or AnswerAction.Refuse => Asked,
        _ => Assigned,
    };

    private static AnswerScope ScopeOf(AgreedItem item, string action, string who) => AnswerScope.For(item, action, who, Monday);

    private static AgreedItem Answer(AgreedItem item, AnswerScope scope, string text) =>
        item.Answer(scope, Content(text), new(scope.Recipient), Tuesday, Terms);

    private static AnswerStanding Standing(AnswerScope scope, AgreedItem item, Instant? at = null) =>
        AnswerStandings.Of(scope, item, new(scope.Recipient), at ?? Tuesday, Terms);

    private static AnswerContent Content(string text) => new(text, new("none", null, text), Sample.Day("2020-03-20"));
}
