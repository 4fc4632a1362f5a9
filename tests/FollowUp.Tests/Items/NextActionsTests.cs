using FollowUp.Items;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>
/// Whose move it is: Ana owns what Boris gave her, Chen coordinates. Tests <see cref="NextAction"/> and <see cref="NextActions"/>.
/// </summary>
public sealed class NextActionsTests
{
    private static readonly Evidence Word = new("none", null, "by phone");

    private static AgreedItem Assigned { get; } =
        Sample.Item("2020-05-29", "2020-03-02 08:00", Sample.Shanghai, "PLAIN") with { Counterpart = "olga" };

    private static AgreedItem Signed { get; } = Assigned.Sign(new("ana"), Day(3));

    private static AgreedItem Reported { get; } = Signed.Report(new("ana"), Day(4), Word);

    [Fact]
    public void begin_with_the_owner_who_signs() => Of(Assigned).Should().Equal("sign: owner ana since 2020-03-02 08:00");

    [Fact]
    public void are_nobodys_while_the_owner_is_at_work_in_good_time() => Of(Signed).Should().BeEmpty();

    [Fact]
    public void are_the_owners_once_it_is_late()
    {
        Of(Signed, Sample.At("2020-05-29 23:59")).Should().BeEmpty();
        Of(Signed, Sample.At("2020-05-30 00:00")).Should().Equal("report: owner ana since 2020-05-30 00:00");
        Of(Assigned, Sample.At("2020-06-30 00:00")).Should().Equal("sign: owner ana since 2020-03-02 08:00");
    }

    [Fact]
    public void are_the_issuers_once_it_is_reported() =>
        Of(Reported).Should().Equal("confirm: issuer boris since 2020-03-04 09:00", "return: issuer boris since 2020-03-04 09:00");

    [Fact]
    public void are_the_owners_again_after_a_return()
    {
        AgreedItem returned = Reported.SendBack(new("boris"), Day(5), "the annex is missing");
        Of(returned).Should().Equal("report-again: owner ana since 2020-03-05 09:00");
        Of(returned, Sample.At("2020-06-30 00:00")).Should().Equal("report-again: owner ana since 2020-03-05 09:00");
        Of(returned.HandTo(new("chen"), Day(6), "gleb", "ana retires")).Should().Equal("report-again: owner gleb since 2020-03-05 09:00");
        Of(returned.Report(new("ana"), Day(6), Word)).Should().HaveCount(2).And.OnlyContain(one => one.Contains("issuer"));
    }

    // Law 11: a pending request does not stop the clock.
    [Fact]
    public void are_the_issuers_too_while_an_extension_is_asked_for()
    {
        AgreedItem asked = Assigned.AskForExtension(new("ana"), Day(4), Sample.Day("2020-06-12"), "the annex is late", 2);
        Of(asked).Should().Equal("sign: owner ana since 2020-03-02 08:00", "decide-extension: issuer boris since 2020-03-04 09:00");
        Of(asked.DecideExtension(new("boris"), Day(5), 1, isGranted: false, null)).Should().Equal("sign: owner ana since 2020-03-02 08:00");
        Of(Signed.AskForExtension(new("ana"), Day(4), Sample.Day("2020-06-12"), "late", 2), Sample.At("2020-06-01 00:00"))
            .Should().Equal("decide-extension: issuer boris since 2020-03-04 09:00", "report: owner ana since 2020-05-30 00:00");
    }

    [Fact]
    public void are_the_other_sides_while_it_is_waited_for()
    {
        AgreedItem waiting = Signed.Suspend(new("chen"), Day(4), "their text is not here");
        Of(waiting, liaison: "gleb").Should().Equal(
            "move-first: counterpart olga since 2020-03-04 09:00", "ask-for-word: liaison gleb since 2020-03-04 09:00",
            "resume: coordinator chen since 2020-03-04 09:00");
        Of(waiting with { Counterpart = null }).Should().Equal(
            "move-first: counterpart  since 2020-03-04 09:00", "ask-for-word: liaison  since 2020-03-04 09:00",
            "resume: coordinator chen since 2020-03-04 09:00");
    }

    [Fact]
    public void are_theirs_whose_items_come_first()
    {
        AgreedItem waiting = Assigned with { AssignedAt = null, DependsOn = ["visit", "meeting", "lost"] };
        AgreedItem visit = Assigned with { Id = "visit", Owner = "dora" };
        AgreedItem meeting = Reported with { Id = "meeting" };
        Of(waiting, others: [visit, meeting]).Should().Equal(
            "finish-first: owner dora since 2020-03-02 08:00 (visit)", "finish-first: owner ana since 2020-03-02 08:00 (meeting)",
            "finish-first: owner  (lost)");
        Of(waiting, others: [visit, meeting.Confirm(new("boris"), Day(5), null)]).Should().Equal(
            "finish-first: owner dora since 2020-03-02 08:00 (visit)", "finish-first: owner  (lost)");
    }

    [Fact]
    public void end_when_it_is_closed()
    {
        Of(Reported.Confirm(new("boris"), Day(5), null)).Should().BeEmpty();
        Of(Assigned.Withdraw(new("chen"), Day(5), "overtaken by the treaty")).Should().BeEmpty();
    }

    private static IEnumerable<string> Of(AgreedItem item, Instant? now = null, string? liaison = null, AgreedItem[]? others = null) =>
        NextActions.Of(item, others ?? [], liaison, now ?? Day(10)).Select(next =>
            $"{next.Action}: {next.Role} "
                + $"{string.Join(", ", next.Who)}"
                + $"{(next.Since is { } since ? $" since {since.InZone(Assigned.Zone):uuuu-MM-dd HH:mm}" : "")}"
                + $"{(next.Item == item.Id ? "" : $" ({next.Item})")}");

    private static Instant Day(int day) => Sample.At($"2020-03-{day:00} 09:00");
}
