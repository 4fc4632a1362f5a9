using FollowUp.Phrases;
using FollowUp.Tests.Phrases.Rig;

namespace FollowUp.Tests.Phrases;

/// <summary>
/// Tests <see cref="PhraseTemplate"/> and <see cref="Phrase"/>.
/// Also tests <see cref="BlankKind"/>, <see cref="DaySpan"/>, <see cref="SentenceForm"/>, <see cref="RevisionChange"/>,
/// <see cref="RungName"/> and <see cref="Segment"/>.
/// </summary>
public sealed class PhraseTemplateTests
{
    private static PhraseTemplate Loan { get; } = new(
        "loan", "{who} has {books:number} of {shelves:ids}[, due {dueOn:date}][, and nobody asked{silent:flag}].",
        "{who} took {books:number} from {shelves:ids}.");

    [Fact]
    public void fills_its_blanks_in_their_order() =>
        Loan.Fill("ana", 2, new[] { "a-1", "b" }, Sample.Day("2020-05-29"), true)
            .Should().Be("ana has 2 of a-1, b, due 2020-05-29, and nobody asked.");

    [Fact]
    public void leaves_out_what_has_no_value()
    {
        Loan.Fill("ana", 2, new[] { "a-1" }, null, null).Should().Be("ana has 2 of a-1.");
        Loan.With("ana", 2, new[] { "a-1" }, null, null).AsJson()
            .Should().Be("""{"code":"loan","args":{"who":"ana","books":2,"shelves":["a-1"]}}""");
    }

    [Theory]
    [InlineData("ana has 2 of a-1, b, due 2020-05-29, and nobody asked.",
        """{"who":"ana","books":2,"shelves":["a-1","b"],"dueOn":"2020-05-29","silent":true}""")]
    [InlineData("ana has 2 of a-1.", """{"who":"ana","books":2,"shelves":["a-1"]}""")]
    [InlineData("ana took 2 from a-1, b.", """{"who":"ana","books":2,"shelves":["a-1","b"]}""")]
    public void reads_what_it_wrote_and_what_it_wrote_in_earlier_versions(string text, string args) =>
        Loan.Read(text).AsJson().Should().Be(Say.Example($"loan {args}"));

    [Theory]
    [InlineData("ana has two of a-1.")]
    [InlineData("ana has 2 of a-1")]
    [InlineData("Ana Bo has 2 of a-1.")]
    [InlineData("ana has 2 of a-1, due tomorrow.")]
    [InlineData("ana has 2 of a-1.\n")]
    [InlineData("")]
    public void reads_nothing_else(string text) => Loan.Read(text).Should().BeNull();

    [Fact]
    public void says_in_English_what_it_read()
    {
        const string Text = "ana has 2 of a-1, b, due 2020-05-29, and nobody asked.";
        Loan.Say(Loan.Read(Text)!).Should().Be(Text);
    }
}
