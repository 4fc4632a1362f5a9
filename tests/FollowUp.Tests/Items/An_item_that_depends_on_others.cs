using FollowUp.Items;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>Tests <see cref="Dependencies"/>.</summary>
public sealed class An_item_that_depends_on_others
{
    private static readonly Instant Registered = Sample.At("2020-03-02 10:00");

    private static readonly AgreedItem Item = Sample.Item("2020-06-30", "2020-03-02 10:00") with
    {
        AssignedAt = null,
        RegisteredAt = Registered,
        DependsOn = ["text", "visit"],
    };

    private static readonly AgreedItem Open = Sample.Item("2020-04-30", "2020-03-02 10:00") with { Id = "visit" };

    private static readonly AgreedItem Withdrawn = Open.Withdraw(new("chen"), Sample.At("2020-04-07 15:00"), "agreed otherwise");

    private static readonly AgreedItem Confirmed = (Open with { Id = "text" })
        .Report(new("ana"), Sample.At("2020-03-20 10:00"), new("none", null, "by phone"))
        .Confirm(new("boris"), Sample.At("2020-03-23 11:00"), null);

    [Fact]
    public void is_assigned_when_the_last_of_them_closes()
    {
        Item.State.Should().Be("registered");
        Item.AssignWhenFree([Confirmed, Open]).Should().BeSameAs(Item);

        AgreedItem free = Item.AssignWhenFree([Withdrawn, Confirmed]);
        free.AssignedAt.Should().Be(Sample.At("2020-04-07 15:00"), "that is when it could begin, however late anybody looks (law 6)");
        free.State.Should().Be("assigned");
    }

    [Fact]
    public void is_assigned_at_once_when_all_of_them_were_closed_before() =>
        (Item with { RegisteredAt = Sample.At("2020-05-06 10:00") }).AssignWhenFree([Withdrawn, Confirmed]).AssignedAt
            .Should().Be(Sample.At("2020-05-06 10:00"));

    [Fact]
    public void is_assigned_once() =>
        Item.AssignWhenFree([Confirmed]).AssignWhenFree([Confirmed, Open]).AssignedAt.Should().Be(Confirmed.ClosedAt());

    [Fact]
    public void is_not_assigned_once_it_was_withdrawn()
    {
        AgreedItem gone = Item.Withdraw(new("chen"), Sample.At("2020-03-10 10:00"), "agreed otherwise");
        gone.AssignWhenFree([Confirmed]).Should().BeSameAs(gone);
    }

    public static TheoryData<string, Func<AgreedItem, AgreedItem>> OfAnOwner => new()
    {
        { "signed for", item => item.Sign(new("ana"), Registered) },
        { "reported on", item => item.ReportProgress(new("ana"), Registered, "soon") },
        { "reported done", item => item.Report(new("ana"), Registered, new("none", null, "by phone")) },
        { "extended", item => item.AskForExtension(new("ana"), Registered, Sample.Day("2020-07-30"), "more time", 2) },
        { "suspended", item => item.Suspend(new("chen"), Registered, "their move") },
    };

    [Theory]
    [MemberData(nameof(OfAnOwner))]
    public void cannot_be_worked_on_before(string verb, Func<AgreedItem, AgreedItem> act) =>
        Item.Invoking(act).Should().Throw<ItemRefusedException>()
            .WithMessage($"Item protocol-1 cannot be {verb}: it is not assigned yet: it waits for text, visit.");

    // Law 18: an item that waits for itself would wait for ever.
    [Theory]
    [InlineData("a<b b<c c", null)]
    [InlineData("a<b b<c c<a", "a")]
    [InlineData("a<b b<c c<d d<b", "b")]
    [InlineData("a<a", "a")]
    [InlineData("a<b,c b<d c<d d", null)]
    [InlineData("", null)]
    public void may_not_wait_for_itself(string waits, string? circular)
    {
        Dictionary<string, IReadOnlyList<string>> waitsFor = waits.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split('<')).ToDictionary(one => one[0], one => (IReadOnlyList<string>)(one.Length == 1 ? [] : one[1].Split(',')));
        Dependencies.FindCycle(waitsFor).Should().Be(circular);
    }
}
