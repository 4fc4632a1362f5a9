using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Tests.Stories.Rig;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Timetables;

/// <summary>
/// Law 15: whoever was away hears on their first working day back, once, what went to others meanwhile. Ana owns what is due on Friday,
/// 13 March 2020. Tests <see cref="AbsenceReports"/>, <see cref="HandedOn"/> and <see cref="Lateness"/>.
/// </summary>
public sealed class A_first_day_back
{
    private static readonly AgreedItem Item = Doings.Signed("2020-03-13", "2020-03-02 08:00");

    [Fact]
    public void tells_of_all_that_went_to_a_substitute_at_the_usual_hour() =>
        Told(Away("2020-03-05", "2020-03-15")).Should().Be(
            """
            03-06 09:00 gleb hears: due/week (ana absent → gleb)
            03-12 09:00 gleb hears: due/eve (ana absent → gleb)
            03-13 09:00 gleb hears: due/day (ana absent → gleb)
            03-16 09:00 ana hears: overdue/again
            03-16 09:00 ana hears: absence/back
            """);

    /// <summary>They are back on a Saturday.</summary>
    [Fact]
    public void is_one_on_which_they_are_at_work() =>
        Told(Away("2020-03-05", "2020-03-06")).Should().Contain("03-09 09:00 ana hears: absence/back");

    [Fact]
    public void that_nothing_went_before_says_nothing() =>
        Told(Away("2020-03-09", "2020-03-11")).Should().NotContain("absence");

    [Fact]
    public void after_two_absences_in_a_row_comes_after_both() =>
        Told(Away("2020-03-05", "2020-03-08"), Away("2020-03-09", "2020-03-10")).Should().Contain("03-11 09:00 ana hears: absence/back")
            .And.NotContain("03-09 09:00 ana");

    [Fact]
    public void between_two_absences_tells_of_the_first_and_another_of_the_second()
    {
        Story story = Of(Away("2020-03-05", "2020-03-08"), Away("2020-03-12", "2020-03-13"));
        string told = story.Told("2020-03-16 12:00");

        told.Should().Contain("03-09 09:00 ana hears: absence/back").And.Contain("03-16 09:00 ana hears: absence/back");
        LedgerRow[] reports = [.. story.Ledger.Where(row => row.IsAbsenceReport()).OrderBy(row => row.Key.AnchorRevision)];
        reports.Select(row => string.Join(' ', HandedOn.ToldBy(row, [.. story.Ledger]).Select(handed => handed.Key.Rung)))
            .Should().Equal("week", "eve day");
    }

    /// <summary>The host was down on the one day on which they were there.</summary>
    [Fact]
    public void that_was_missed_is_followed_by_another()
    {
        Story story = Of(Away("2020-03-05", "2020-03-08"), Away("2020-03-10", "2020-03-11")).Down("2020-03-09 00:00", "2020-03-10 12:00");

        story.ToldOf("ana hears", "2020-03-12 12:00").Should().Be("""
            03-12 09:00 ana hears: due/eve
            03-12 09:00 ana hears: absence/back
            """);
        story.Ledger.Where(row => row.IsAbsenceReport()).Select(row => $"{row.State} {row.Why}".Trim())
            .Should().Equal("Skipped they were away once more", "Sent");
    }

    [Fact]
    public void says_how_it_ended_where_it_did() =>
        Of(Away("2020-03-05", "2020-03-13")).Reports("2020-03-09 10:00").Confirms("2020-03-10 10:00").Told().Should().EndWith(
            """
            03-10 10:00 Boris confirms
            03-10 10:00 gleb hears: closing/done (ana absent → gleb)
            03-10 10:00 boris hears: closing/done
            03-10 10:00 chen hears: closing/done
            03-16 09:00 ana hears: absence/back
            """);

    // Law 15: a former owner hears nothing after the hand-over notice.
    [Fact]
    public void tells_nothing_of_what_is_no_longer_theirs()
    {
        Story story = Of(Away("2020-03-05", "2020-03-15")).HandsTo("2020-03-10 10:00", "hana");

        story.Told("2020-03-20 12:00").Should().NotContain("absence");
    }

    // Law 14.
    [Fact]
    public void of_an_item_that_is_late_makes_one_who_hears_of_the_end()
    {
        Person dora = Sample.Person("dora", absences: new Absence(Sample.Day("2020-03-17"), Sample.Day("2020-03-17"), "hana"));
        Story story = new Story(Item, cast: Sample.Cast(dora, Sample.Person("hana"))) { TellsNames = true }
            .Reports("2020-03-18 17:00").Confirms("2020-03-19 10:00");

        story.Told().Should().Contain("03-17 09:00 hana hears: overdue/level-1 (dora absent → hana)")
            .And.Contain("03-18 09:00 dora hears: absence/back").And.Contain("03-19 10:00 dora hears: closing/done");
    }

    /// <summary>By the absences as they stand when it would be sent.</summary>
    [Theory]
    [InlineData("2020-03-08", "2020-03-09 09:00")]      // shortened
    [InlineData("2020-03-20", "2020-03-23 09:00")]      // extended
    [InlineData(null, "2020-03-06 09:00")]              // taken away: they are back
    public void goes_by_the_absences_as_they_are(string? until, string at)
    {
        LedgerRow week = Row("gleb", NoticeState.Sent);
        Contacts now = Sample.Cast(Sample.Person("ana", absences: until is null ? [] : [Away("2020-03-05", until)]));

        TimetableEntry report = AbsenceReports.Expected(Item, Plan.Default, now, [week]).Should().ContainSingle().Subject;
        report.Planned.Should().Be(Sample.At(at));
        report.DueAt.Should().Be(Instant.Max(report.Planned, week.At!.Value));
        report.Key.Should().Be(new RungKey("protocol-1", 1, LadderName.Absence, "back", 0, "ana"));
    }

    [Theory]
    [InlineData("gleb", NoticeState.Failed)]
    [InlineData("gleb", NoticeState.Superseded)]
    [InlineData("ana", NoticeState.Sent)]
    [InlineData(null, NoticeState.Skipped)]
    public void tells_nothing_of_what_reached_nobody_else(string? to, NoticeState state) =>
        AbsenceReports.Expected(Item, Plan.Default, Sample.Cast(), [Row(to, state)]).Should().BeEmpty();

    [Fact]
    public void waits_for_what_is_on_its_way() =>
        AbsenceReports.Expected(Item, Plan.Default, Sample.Cast(), [Row("gleb", NoticeState.Planned)]).Single().DueAt.Should().BeNull();

    private static LedgerRow Row(string? to, NoticeState state) => new(
        new("protocol-1", 1, LadderName.Due, "week", 0, "ana"), Role.Owner, Sample.At("2020-03-06 09:00"), Sample.At("2020-03-06 09:00"),
        null, state, Sample.At("2020-03-06 09:00"), state == NoticeState.Planned ? null : Sample.At("2020-03-06 09:01"), null, to, null,
        null);

    private static string Told(params Absence[] absences) => Of(absences).Told("2020-03-16 12:00");

    private static Story Of(params Absence[] absences) =>
        new(Item, cast: Sample.Cast(Sample.Person("ana", absences: absences), Sample.Person("hana"))) { TellsNames = true };

    private static Absence Away(string from, string to) => new(Sample.Day(from), Sample.Day(to), "gleb");
}
