using FollowUp.Tests.Style;
using FollowUp.Watching;
using NodaTime;

namespace FollowUp.Tests.Watching;

/// <summary>
/// Tests <see cref="AlarmRules"/>, <see cref="AlarmChanges"/>, <see cref="AlarmStatements"/>, <see cref="Remedies"/> and
/// <see cref="AlarmNames"/>.
/// </summary>
public sealed class An_alarm
{
    private static readonly Instant Start = Instant.FromUtc(2020, 5, 11, 2, 0);
    private static readonly Vitals Well = new(Start) { SweptAt = At(59) };

    private static readonly string[] Names =
        [.. typeof(AlarmNames).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void does_not_stand_while_all_is_well() => Standing(Well, 60).Should().BeEmpty();

    [Fact]
    public void is_told_of_on_Azure_too()
    {
        string alerts = Repository.Text("infra/alerts.bicep");
        Names.Should().OnlyContain(name => alerts.Contains($"name: '{name}'", StringComparison.Ordinal));
    }

    [Fact]
    public void is_not_needed_for_nobody_to_hear_that_all_is_well()
    {
        IsWell(Well, 60).Should().BeTrue();
        IsWell(Well, 61).Should().BeFalse("a sweep is missed, and it is too early for an alarm");
        IsWell(Well with { SweptAt = null }, 1).Should().BeFalse();
        IsWell(Well with { Failed = [new("item.a.b", At(50))] }, 60).Should().BeFalse();
    }

    [Fact]
    public void that_no_sweep_ends_comes_after_ten_minutes()
    {
        Standing(Well, 68).Should().BeEmpty();
        Standing(Well, 69).Should().Equal("no-sweep 59");
        Standing(Well with { SweptAt = null }, 9).Should().BeEmpty();
        Standing(Well with { SweptAt = null }, 10).Should().Equal("no-sweep 0");
    }

    /// <summary>Law 5: our downtime is nobody's fault, and no alarm once it is over.</summary>
    [Fact]
    public void is_not_raised_for_the_time_before_anybody_looked() =>
        Standing(Well with { SweptAt = At(-10_000) }, 9).Should().BeEmpty();

    [Fact]
    public void that_something_is_late_comes_after_fifteen_minutes()
    {
        Standing(Well with { OldestDueAt = At(46) }, 60).Should().BeEmpty();
        Standing(Well with { OldestDueAt = At(45) }, 60).Should().Equal("late 45");
    }

    [Fact]
    public void that_letters_fail_needs_a_letter_that_waits()
    {
        Vitals silent = Well with { Mail = new(At(50), "The mail server does not answer.") };
        Standing(silent, 60).Should().BeEmpty();
        Standing(silent with { OldestLetterAt = At(51) }, 60).Should().BeEmpty();
        Standing(silent with { OldestLetterAt = At(50) }, 60).Should().Equal("letters-failing 50: The mail server does not answer.");
        Standing(Well with { OldestLetterAt = At(10) }, 60).Should().BeEmpty("it is one mailbox that is closed");
    }

    [Fact]
    public void that_the_engine_is_away_comes_by_its_silence_and_by_letters_that_nobody_began()
    {
        Standing(Well with { EngineAway = new(At(58), "x") }, 60).Should().BeEmpty();
        Standing(Well with { EngineAway = new(At(57), "x") }, 60).Should().Equal("engine-away 57: x");
        Standing(Well with { UnopenedSince = At(50) }, 60).Should().Equal("engine-away 50");
    }

    [Fact]
    public void that_the_store_is_away_leaves_out_what_follows_from_it()
    {
        Vitals away = Well with { StoreAway = new(At(40), "the store does not answer"), SweptAt = At(39), StoreRefuses = new(At(40), "y") };
        Standing(away, 60).Should().Equal("store-away 40: the store does not answer");
        Standing(away with { EngineAway = new(At(41), "x") }, 60)
            .Should().Equal("store-away 40: the store does not answer", "engine-away 41: x");
        Standing(away, 42).Should().BeEmpty("it may be back before anybody could do something");
    }

    [Fact]
    public void that_something_failed_says_how_many_and_since_when() =>
        AlarmRules.Standing(Well with { Failed = [new("item.a.b", At(50)), new("post.law.1", At(20))] }, At(60))
            .Should().Equal(new Alarm("poison", At(20), Count: 2));

    [Fact]
    public void of_several_is_told_with_the_gravest_first() =>
        Standing(
            new Vitals(Start)
            {
                StoreRefuses = new(At(1), "full"),
                EngineAway = new(At(2), "x"),
                OldestDueAt = At(3),
                OldestLetterAt = At(4),
                Mail = new(At(4), "closed"),
                Failed = [new("item.a.b", At(5))],
                Full = new(At(6), "b of agreement a"),
            },
            60).Select(one => one.Split(' ')[0])
            .Should().Equal("store-refuses", "no-sweep", "engine-away", "late", "letters-failing", "poison", "items-full");

    [Fact]
    public void says_what_is_so_and_what_to_do()
    {
        Alarm alarm = new("poison", At(5), Count: 2);
        AlarmStatements.Of(alarm).Should().Be("Orchestrations that have failed, the first at 2020-05-11T02:05:00Z: 2");
        Remedies.Of(alarm).Should().Contain("./start repair");
        AlarmStatements.Vocabulary.Codes.Should().BeEquivalentTo(Names).And.BeEquivalentTo(Remedies.Vocabulary.Codes);
        Names.Select(name => AlarmStatements.Vocabulary.Read(AlarmStatements.Of(new(name, Start, Count: 1)))!.Code).Should().Equal(Names);
    }

    [Fact]
    public void is_told_once_again_every_ten_minutes_and_when_it_ends()
    {
        Alarm late = new("late", At(0)), poison = new("poison", At(0), Count: 1);
        Dictionary<string, Instant> told = new() { ["late"] = At(50), ["no-sweep"] = At(55), ["poison"] = At(51) };

        AlarmChanges changes = AlarmChanges.Of(told, [late, poison, new("items-full", At(3))], At(60));

        changes.Raised.Should().Equal(new Alarm("items-full", At(3)));
        changes.StillStanding.Should().Equal(late);
        changes.Ended.Should().Equal("no-sweep");
    }

    /// <summary>Operators have written rules by them; and every one of them is explained.</summary>
    [Fact]
    public void has_a_page_that_says_all_of_its_names()
    {
        string page = Style.Repository.Text("docs/alarms.md");
        Names.Where(name => !page.Contains($"| `{name}` |", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static bool IsWell(Vitals seen, int minute) => AlarmRules.IsWell(seen, AlarmRules.Standing(seen, At(minute)), At(minute));

    private static Instant At(int minute) => Start + Duration.FromMinutes(minute);

    private static string[] Standing(Vitals seen, int minute) =>
    [
        .. AlarmRules.Standing(seen, At(minute))
            .Select(alarm => $"{alarm.Name} {(alarm.Since - Start).TotalMinutes}{(alarm.Cause is { } why ? $": {why}" : "")}"),
    ];
}
