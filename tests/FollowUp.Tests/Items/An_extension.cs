using FollowUp.Items;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>
/// Law 11: asked for in time and with a reason, decided by the issuer, a limited number of times; until then the clock runs on. Tests
/// <see cref="Extension"/> and <see cref="Extending"/>.
/// </summary>
public sealed class An_extension
{
    private static readonly Actor Ana = new("ana");
    private static readonly Actor Boris = new("boris");
    private static readonly Instant Monday = Sample.At("2020-03-02 09:00");

    private static AgreedItem Item { get; } = Sample.Item("2020-03-06", "2020-03-02 08:00");

    private static AgreedItem Asked { get; } = Ask(Item, "2020-03-20");

    [Fact]
    public void must_lead_to_a_later_day()
    {
        Ask(Item, "2020-03-07").PendingExtension!.DueOn.Should().Be(new LocalDate(2020, 3, 7));
        Item.Invoking(item => Ask(item, "2020-03-06")).Should().Throw<ItemRefusedException>().WithMessage("must be after the due date, 2020-03-06 (item protocol-1)")
            .Which.Should().Match<ItemRefusedException>(refused => refused.Refusal == Refusal.Impossible && refused.Pointer == "/dueOn");
    }

    [Fact]
    public void that_is_asked_for_again_is_the_same_while_it_is_not_refused()
    {
        AgreedItem granted = Asked.DecideExtension(Boris, Monday, 1, isGranted: true, null);
        AgreedItem refused = Asked.DecideExtension(Boris, Monday, 1, isGranted: false, "no");

        Ask(Asked, "2020-03-20").Should().BeSameAs(Asked);
        Ask(granted, "2020-03-20").Should().BeSameAs(granted);
        Ask(refused, "2020-03-20").Extensions.Select(one => one.Number).Should().Equal(1, 2);
    }

    [Fact]
    public void waits_for_its_answer_before_another_is_asked_for()
    {
        Refused(() => Ask(Asked, "2020-03-25"))
            .Should().Be("Item protocol-1 cannot be extended: extension 1, to 2020-03-20, still awaits the issuer.");
        Refused(() => Asked.AskForExtension(Ana, Monday, new(2020, 3, 20), "another reason", 2))
            .Should().EndWith("still awaits the issuer.");
    }

    [Fact]
    public void is_decided_once()
    {
        AgreedItem granted = Asked.DecideExtension(Boris, Monday, 1, isGranted: true, "fine");
        AgreedItem refused = Asked.DecideExtension(Boris, Monday, 1, isGranted: false, "no");

        granted.DecideExtension(Boris, Monday, 1, isGranted: true, "again").Should().BeSameAs(granted);
        refused.DecideExtension(Boris, Monday, 1, isGranted: false, "again").Should().BeSameAs(refused);
        Refused(() => granted.DecideExtension(Boris, Monday, 1, isGranted: false, null))
            .Should().Be("Item protocol-1 cannot be decided on anew: extension 1 was granted by boris at 2020-03-02T01:00:00Z.");
        Refused(() => refused.DecideExtension(Boris, Monday, 1, isGranted: true, null))
            .Should().Be("Item protocol-1 cannot be decided on anew: extension 1 was refused by boris at 2020-03-02T01:00:00Z.");
    }

    [Fact]
    public void of_what_is_done_is_not_decided_any_more() =>
        Refused(() => Asked.Report(Ana, Monday, new("none", null, "by phone")).DecideExtension(Boris, Monday, 1, isGranted: true, null))
            .Should().Be(
                "Item protocol-1 cannot be extended: its completion was reported by ana at 2020-03-02T01:00:00Z and awaits the issuer.");

    private static AgreedItem Ask(AgreedItem item, string dueOn) =>
        item.AskForExtension(Ana, Monday, Sample.Day(dueOn), "the annex is being translated", 2);

    private static string Refused(Func<AgreedItem> verb) => verb.Should().Throw<ItemRefusedException>().Which.Message;
}
