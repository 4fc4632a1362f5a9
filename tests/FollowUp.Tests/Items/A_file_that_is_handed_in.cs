using FollowUp.Items;
using FollowUp.Reports;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>Tests <see cref="HandingIn"/>, <see cref="EvidenceFile"/>, <see cref="Verbs"/> and <see cref="ItemHistory"/>.</summary>
public sealed class A_file_that_is_handed_in
{
    private static readonly Instant Morning = Sample.At("2020-03-04 09:00");

    private static AgreedItem Item { get; } = Sample.Item("2020-06-30", "2020-03-02 08:00");

    [Fact]
    public void is_kept_with_the_item_once_whatever_it_is_called()
    {
        AgreedItem shown = HandIn(Item, "00ff", "signed.pdf");

        shown.EvidenceFiles.Should().Equal(new EvidenceFile("00ff", "signed.pdf", "application/pdf", 7, "ana", Morning));
        HandIn(shown, "00ff", "copy.pdf").Should().BeSameAs(shown);
        HandIn(Reported(shown, "00ff"), "00ff", "signed.pdf").EvidenceFiles.Should().HaveCount(1, "what is sent again was taken already");
    }

    [Fact]
    public void is_the_owners_while_the_item_is_theirs_to_report()
    {
        Item.Invoking(item => item.HandIn(new("boris"), Morning, "00ff", "x.pdf", "application/pdf", 7))
            .Should().Throw<ItemRefusedException>().WithMessage("*cannot be given a file by boris: only its owner (ana) may*");
        Refused(Reported(HandIn(Item, "00ff", "signed.pdf"), "00ff")).Should().Contain("awaits the issuer");
        Refused(Item.Withdraw(new("chen"), Morning, "agreed otherwise")).Should().Contain("withdrawn");
        Refused(Item with { AssignedAt = null, DependsOn = ["visit"] }).Should().Contain("it waits for visit");
    }

    [Fact]
    public void has_nine_beside_it_at_most()
    {
        AgreedItem full = Enumerable.Range(0, HandingIn.FilesMax).Aggregate(Item, (item, n) => HandIn(item, $"{n}", $"{n}.pdf"));
        Refused(full).Should().Contain("it has 10 files already");
    }

    [Fact]
    public void is_what_a_report_goes_by_and_none_that_was_not_handed_in()
    {
        AgreedItem shown = HandIn(Item, "00ff", "signed.pdf");

        Reported(shown, "00ff").Completion!.Evidence.Ref.Should().Be("00ff");
        shown.Invoking(item => Reported(item, "ff00")).Should().Throw<ItemRefusedException>()
            .Which.Should().Match<ItemRefusedException>(
                refused => refused.Pointer == "/evidence/ref" && refused.Refusal == Refusal.Impossible);
    }

    [Fact]
    public void is_read_by_its_name()
    {
        AgreedItem shown = HandIn(Item, "00ff", "signed.pdf");
        shown.Readable(new("file", "00ff", "annexed")).Should().Be(new Evidence("file", "signed.pdf", "annexed"));
        shown.Readable(new("document", "00ff", null)).Ref.Should().Be("00ff");
    }

    [Fact]
    public void is_a_word_of_its_owner() => HandIn(Item, "00ff", "signed.pdf")
        .Should().Match<AgreedItem>(item => item.LastWordAt() == Morning && item.OwnersWordAt() == Morning && item.CountWords() == 2);

    private static AgreedItem HandIn(AgreedItem item, string sha256, string name) =>
        item.HandIn(new("ana"), Morning, sha256, name, "application/pdf", 7);

    private static AgreedItem Reported(AgreedItem item, string sha256) =>
        item.Report(new("ana"), Morning, new("file", sha256, null), item.DaysOf());

    private static string Refused(AgreedItem item) =>
        item.Invoking(one => HandIn(one, "ff00", "x.pdf")).Should().Throw<ItemRefusedException>().Which.Message;
}
