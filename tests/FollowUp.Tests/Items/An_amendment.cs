using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Phrases;
using FollowUp.Plans;
using FollowUp.Tests.Stories.Rig;
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
    [InlineData("clause", "p6-3")]
    public void changes_what_it_says_and_nothing_else(string field, string text)
    {
        AgreedItem amended = Item.Amend(new("chen"), Now, field, text);

        amended.Wording(field).Should().Be(text);
        amended.AmendedAt.Should().Be(Now);
        foreach (string other in AmendedField.All.Where(other => other != field))
        {
            amended.Wording(other).Should().Be(Item.Wording(other));
        }

        (amended with { Title = Item.Title, Kind = Item.Kind, Number = Item.Number, Clause = Item.Clause, AmendedAt = null })
            .Should().Be(Item);
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

    /// <summary>A slip of the pen is no word about the item: no ladder begins anew, also not that of silence.</summary>
    [Fact]
    public void tells_nobody()
    {
        Instant later = Sample.At("2020-03-04 09:00");
        AgreedItem signed = Item.Sign(new("ana"), Now);
        AgreedItem amended = signed.Amend(
            new("chen"), later, [.. AmendedField.All.Select(field => new Amendment(field, field == "kind" ? "visit" : "new"))]);

        amended.Lines(plan: Plan.Default).Should().BeEquivalentTo(signed.Lines(plan: Plan.Default));
        (amended.LastWordAt(), amended.CountWords()).Should().Be((signed.LastWordAt(), signed.CountWords()));
        AgreedItem late = Doings.Signed("2020-03-06", "2020-03-02 08:00");
        string told = new Story(late).Reports("2020-03-20 10:00").Confirms("2020-03-23 10:00").Told();
        new Story(late)
            .On("2020-03-04 11:11", "Chen puts it right", (item, now) => item.Amend(new("chen"), now, AmendedField.Kind, "visit"))
            .Reports("2020-03-20 10:00").Confirms("2020-03-23 10:00").Told()
            .Replace("03-04 11:11 Chen puts it right\n", "", StringComparison.Ordinal).Should().Be(told);
    }

    [Fact]
    public void of_several_things_is_an_entry_for_each_that_was_different()
    {
        AgreedItem amended = Item.Amend(
            new("chen"), Now, [new("title-en", "Draft protocol"), new("kind", Item.Kind), new("clause", "p6-3"), new("number", "12")]);
        JournalText.OfAmendments(Item, amended, null).Should().Equal(
            "title-en \"Revised protocol\" → \"Draft protocol\"", "number \"\" → \"12\"", "clause \"p6-2\" → \"p6-3\"");
        Item.Amend(new("chen"), Now, []).Should().BeSameAs(Item);
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
    [InlineData("Draft", "Protocol", null)]
    public void is_read_back_from_the_journal_as_it_was(string was, string now, string? reason)
    {
        string text = JournalText.OfAmendment("title-en", was, now, reason);
        Phrase said = JournalPhrases.Read(new(1, Now, EventNames.Amended, "minutes", "protocol", "desk", text, "", ""))!;
        Dictionary<string, object> args = new() { ["field"] = "title-en", ["was"] = was, ["now"] = now };
        _ = reason is null || args.TryAdd("reason", reason);
        said.Args.Should().BeEquivalentTo(args);
    }
}
