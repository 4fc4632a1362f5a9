using FollowUp.Items;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>
/// Law 9: newer revisions reach a running item only when its coordinator says so. Tests <see cref="Rebase"/> and <see cref="Rebasing"/>.
/// </summary>
public sealed class A_rebase
{
    private static readonly Actor Chen = new("chen");
    private static readonly Instant Monday = Sample.At("2020-03-02 09:00");

    private static AgreedItem Item { get; } = Sample.Item("2020-03-06", "2020-03-02 08:00") with { RecipientCalendars = [new("RU", 4)] };

    [Fact]
    public void moves_plan_and_calendars_and_keeps_what_they_were()
    {
        AgreedItem rebased = Item.RebaseTo(Chen, Monday, To(2, 3, 5));

        rebased.Plan.Should().Be(new FrozenRevision("default", 2));
        rebased.Calendars.Should().Equal(new FrozenRevision("CN", 3));
        rebased.RecipientCalendars.Should().Equal(new FrozenRevision("RU", 5));
        Rebase kept = rebased.Rebases.Should().ContainSingle().Which;
        (kept.By, kept.At).Should().Be(("chen", Monday));
        kept.From.Should().Equal(new FrozenRevision("default", 1), new("CN", 1), new("RU", 4));
        kept.To.Should().Equal(new FrozenRevision("default", 2), new("CN", 3), new("RU", 5));
    }

    [Fact]
    public void says_in_words_what_moved_and_leaves_out_what_did_not()
    {
        Item.RebaseTo(Chen, Monday, To(2, 3, 4)).Rebases[0].InWords().Should().Be("plan default 1 → 2, calendar CN 1 → 3");
        Item.RebaseTo(Chen, Monday, To(1, 1, 5)).Rebases[0].InWords().Should().Be("calendar RU 4 → 5");
    }

    [Fact]
    public void to_what_it_has_changes_nothing_not_even_once_it_is_closed()
    {
        AgreedItem withdrawn = Item.Withdraw(Chen, Monday, "agreed otherwise");
        Item.RebaseTo(Chen, Monday, To(1, 1, 4)).Should().BeSameAs(Item);
        withdrawn.RebaseTo(Chen, Monday, To(1, 1, 4)).Should().BeSameAs(withdrawn);
    }

    [Fact]
    public void is_not_what_happens_when_somebody_new_brings_a_calendar()
    {
        Item.FreezeCalendars([new("CN", 9), new("RU", 9)]).Should().BeSameAs(Item, "it knows them as they were");
        Item.FreezeCalendars([new("CN", 9), new("KZ", 2)]).RecipientCalendars.Should().Equal(new FrozenRevision("RU", 4), new("KZ", 2));
    }

    private static Revisions To(int plan, int china, int russia) =>
        new(plan, new Dictionary<string, int> { ["CN"] = china, ["RU"] = russia });
}
