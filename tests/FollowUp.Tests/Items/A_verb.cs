using FollowUp.Items;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>
/// Tests <see cref="AgreedItem"/> and <see cref="Verbs"/>.
/// Also tests <see cref="Actor"/>, <see cref="Permission"/> and <see cref="Waiting"/>.
/// </summary>
public sealed class A_verb
{
    private static readonly Instant Monday = Sample.At("2020-03-02 09:00");
    private static readonly Instant Tuesday = Sample.At("2020-03-03 09:00");
    private static readonly Evidence Document = new("document", "No. 12", null);

    private static AgreedItem Item { get; } = Sample.Item("2020-03-06", "2020-03-02 08:00");

    private static AgreedItem Reported { get; } = Item.Report(new("ana"), Monday, Document);

    private static AgreedItem Confirmed { get; } = Reported.Confirm(new("boris"), Monday, "fine");

    private static AgreedItem Withdrawn { get; } = Item.Withdraw(new("chen"), Monday, "agreed otherwise");

    [Fact]
    public void records_who_and_when()
    {
        Item.Sign(new("ana"), Monday).Receipt.Should().Be(new Receipt("ana", Monday));
        Reported.Completion.Should().Be(new Completion("ana", Monday, Document));
        Confirmed.Confirmation.Should().Be(new Confirmation("boris", Monday, "fine"));
        Withdrawn.Withdrawal.Should().Be(new Withdrawal("chen", Monday, "agreed otherwise"));
        Item.ReportProgress(new("gleb"), Monday, "half done").Progress.Should().Equal(new ProgressReport("gleb", Monday, "half done"));

        AgreedItem returned = Reported.SendBack(new("boris"), Tuesday, "not signed");
        returned.Completion.Should().BeNull();
        returned.Returns.Should().Equal(new Return("boris", Tuesday, "not signed", Reported.Completion!));
    }

    [Fact]
    public void leaves_the_item_it_was_called_on_as_it_was()
    {
        _ = Item.Sign(new("ana"), Monday).Report(new("ana"), Monday, Document);
        Item.Should().Match<AgreedItem>(item => item.Receipt == null && item.Completion == null);
    }

    [Theory]
    [InlineData("assigned")]
    [InlineData("signed")]
    [InlineData("reported")]
    [InlineData("confirmed")]
    [InlineData("withdrawn")]
    public void leads_from_state_to_state(string state) => (state switch
    {
        "signed" => Item.Sign(new("ana"), Monday),
        "reported" => Reported,
        "confirmed" => Confirmed,
        "withdrawn" => Withdrawn,
        _ => Item,
    }).State.Should().Be(state);

    // Owners follow the link in a reminder again, and retries repeat what was acknowledged already.
    [Fact]
    public void that_happened_already_changes_nothing()
    {
        AgreedItem signed = Item.Sign(new("ana"), Monday);
        AgreedItem returned = Reported.SendBack(new("boris"), Monday, "not signed");

        signed.Sign(new("ana"), Tuesday).Should().BeSameAs(signed);
        Reported.Report(new("ana"), Tuesday, new("link", "https://nia.example", null))
            .Should().BeSameAs(Reported, "the first report stands");
        Confirmed.Report(new("ana"), Tuesday, Document).Should().BeSameAs(Confirmed);
        Confirmed.Confirm(new("boris"), Tuesday, "again").Should().BeSameAs(Confirmed);
        Withdrawn.Withdraw(new("chen"), Tuesday, "again").Should().BeSameAs(Withdrawn);
        returned.SendBack(new("boris"), Tuesday, "not signed").Should().BeSameAs(returned);
    }

    [Fact]
    public void after_a_return_may_be_said_again()
    {
        AgreedItem again = Reported.SendBack(new("boris"), Monday, "not signed").Report(new("ana"), Tuesday, Document);
        again.Completion!.At.Should().Be(Tuesday);
        again.Confirm(new("boris"), Tuesday, null).IsOpen.Should().BeFalse();
    }

    [Fact]
    public void may_be_done_by_whoever_stands_in()
    {
        Actor hana = new("hana", [new("owner", "ana", "hana")]);
        Item.Sign(hana, Monday).Receipt!.By.Should().Be("hana");
        Item.Report(hana, Monday, Document).Completion!.By.Should().Be("hana");
    }

    // Law 15: who does an owner's work that day does not do their issuer's, even where the two are one person.
    [Fact]
    public void is_not_done_in_one_role_by_whoever_stands_in_in_another() =>
        (Reported with { Issuer = "ana" }).Invoking(item => item.Confirm(new("hana", [new("owner", "ana", "hana")]), Tuesday, null))
            .Should().Throw<ItemRefusedException>()
            .WithMessage("Item protocol-1 cannot be confirmed by hana: only its issuer (ana) may do that.");

    // Law 12: progress never closes.
    [Fact]
    public void of_progress_keeps_an_item_open() => Item.ReportProgress(new("ana"), Monday, "done!").IsPending.Should().BeTrue();
}
