using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Phrases;
using NodaTime;

namespace FollowUp.Tests.Items;

/// <summary>
/// Words are put right, and the old ones stand in the journal. Tests <see cref="Amending"/> and <see cref="AmendedField"/>.
/// </summary>
public sealed class An_amendment
{
    private static readonly Instant Now = Sample.At("2020-03-02 09:00");
    private static readonly AgreedItem Item = Sample.Item("2020-03-06", "2020-03-02 08:00");

    [Theory]
    [InlineData("title-en", "Draft protocol")]
    [InlineData("title-zh", "议定书草案")]
    [InlineData("title-ru", "Проект протокола")]
    [InlineData("kind", "visit")]
    [InlineData("number", "12/3")]
    public void changes_what_it_says_and_nothing_else(string field, string text)
    {
        AgreedItem amended = Item.Amend(new("chen"), Now, field, text);

        amended.Wording(field).Should().Be(text);
        amended.AmendedAt.Should().Be(Now);
        foreach (string other in new[] { "title-en", "title-zh", "title-ru", "kind", "number" }.Where(other => other != field))
        {
            amended.Wording(other).Should().Be(Item.Wording(other));
        }

        (amended with { Title = Item.Title, Kind = Item.Kind, Number = Item.Number, AmendedAt = null }).Should().Be(Item);
        amended.Amend(new("chen"), Now, field, text).Should().BeSameAs(amended, "the same again changes nothing");
    }

    [Fact]
    public void is_the_coordinators()
    {
        Action owners = () => Item.Amend(new("ana"), Now, AmendedField.Kind, "visit");
        owners.Should().Throw<ItemRefusedException>().Which.Refusal.Should().Be(Refusal.NotAllowed);
    }

    [Fact]
    public void comes_too_late_once_it_is_reported()
    {
        AgreedItem reported = Item.Report(new("ana"), Now, new("document", "No. 12", null));
        Action late = () => reported.Amend(new("chen"), Now, AmendedField.Kind, "visit");
        late.Should().Throw<ItemRefusedException>().Which.Refusal.Should().Be(Refusal.NotNow);
    }

    [Fact]
    public void of_what_is_nobodys_to_amend_is_no_amendment()
    {
        Action wrong = () => Item.Amend(new("chen"), Now, "owner", "gleb");
        wrong.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("Draft", "Draft: protocol → “annex”", "as signed")]
    [InlineData("\"Quoted\" \\ and more", "\\\"", "why: not")]
    [InlineData("", "new", "there was\nnone")]
    [InlineData("\" → \"", "x\": y", "z")]
    public void is_read_back_from_the_journal_as_it_was(string was, string now, string reason)
    {
        string text = JournalText.OfAmendment("title-en", was, now, reason);
        Phrase said = JournalPhrases.Read(new(1, Now, EventNames.Amended, "minutes", "protocol", "desk", text, "", ""))!;
        said.Args.Should().BeEquivalentTo(
            new Dictionary<string, object> { ["field"] = "title-en", ["was"] = was, ["now"] = now, ["reason"] = reason });
    }
}
