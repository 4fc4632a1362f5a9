using FollowUp.Agreements;
using FollowUp.Journal;
using FollowUp.Phrases;
using FollowUp.Reports;
using FollowUp.Tests.Letters.Rig;
using NodaTime;

namespace FollowUp.Tests.Agreements;

/// <summary>
/// The words of an agreement are put right place by place, and each place is had back from the journal (law 19). Tests
/// <see cref="AgreementAmending"/>, <see cref="AgreementCorrection"/>, <see cref="ClauseCorrection"/>, <see cref="AgreementAmendment"/>,
/// <see cref="AgreementHistory"/> and <see cref="Clause"/>.
/// </summary>
public sealed class An_agreement_that_is_put_right
{
    private static readonly Agreement Minutes = SampleLetters.Agreement with { Place = "Bejing" };

    private static readonly AgreementCorrection All = new(
        new() { Zh = "工作会晤纪要" }, "Beijing",
        [new("p6-2", "6.2", new() { En = "Both sides shall revise the Protocol.", Ru = "Стороны пересмотрят Протокол." })]);

    [Fact]
    public void reads_as_it_should_and_is_in_all_else_as_it_was()
    {
        Agreement amended = Minutes.Amend(All);

        (amended.Title.En, amended.Title.Zh, amended.Place).Should().Be((Minutes.Title.En, "工作会晤纪要", "Beijing"));
        Wording text = new() { En = "Both sides shall revise the Protocol.", Ru = "Стороны пересмотрят Протокол." };
        amended.Clauses.Should().Equal(new Clause("p6-2", text) { Label = "6.2" });
        (amended with { Title = Minutes.Title, Place = Minutes.Place, Clauses = Minutes.Clauses }).Should().Be(Minutes);
        amended.Amend(All).Should().BeSameAs(amended, "the same again changes nothing");
        Minutes.Amend(new(null, null, [])).Should().BeSameAs(Minutes);
    }

    [Fact]
    public void is_called_by_its_number_in_the_text_where_a_clause_has_one() =>
        new[] { Minutes.Clauses[0], Minutes.Amend(All).Clauses[0] }.Select(clause => clause.Name).Should().Equal("p6-2", "6.2");

    [Fact]
    public void stands_in_the_journal_place_by_place() =>
        AgreementAmending.Differences(Minutes, Minutes.Amend(All))
            .Select(made => JournalText.OfAmendment(made, "as signed")).Should().Equal(
            "title-zh \"\" → \"工作会晤纪要\": as signed",
            "place \"Bejing\" → \"Beijing\": as signed",
            "clause p6-2 label \"\" → \"6.2\": as signed",
            "clause p6-2 text-en \"Both sides shall revise the protocol.\" → \"Both sides shall revise the Protocol.\": as signed",
            "clause p6-2 text-ru \"\" → \"Стороны пересмотрят Протокол.\": as signed");

    [Theory]
    [InlineData("label \"a\"", null)]
    [InlineData("→ \" clause x", "why: not")]
    public void is_read_back_from_the_journal(string now, string? reason)
    {
        string text = JournalText.OfAmendment(new AgreementAmendment("p6-2", "text-en", "", now), reason);
        Phrase said = JournalPhrases.Read(EntryOf(1, default, text))!;
        ((string)said.Args["clause"], (string)said.Args["field"], (string)said.Args["was"], (string)said.Args["now"])
            .Should().Be(("p6-2", "text-en", "", now));
        said.Args.GetValueOrDefault("reason").Should().Be(reason);
    }

    /// <summary>A report that is asked for again says what it said: also of what was put right twice since.</summary>
    [Fact]
    public void is_had_back_as_it_read_before()
    {
        Instant first = Sample.At("2020-03-02 09:00"), second = Sample.At("2020-03-03 09:00");
        Agreement once = Minutes.Amend(All);
        Agreement twice = once.Amend(new(null, "Peking", [new("p6-2", "Art. 6.2", null)]));
        Entry[] journal =
        [
            .. AgreementAmending.Differences(Minutes, once).Select((made, n) => EntryOf(n + 1, first, JournalText.OfAmendment(made, null))),
            .. AgreementAmending.Differences(once, twice).Select((made, n) => EntryOf(n + 11, second, JournalText.OfAmendment(made, null))),
        ];

        AgreementHistory.AsOf(twice, journal, second).Should().BeEquivalentTo(twice);
        AgreementHistory.AsOf(twice, journal, first).Should().BeEquivalentTo(once);
        AgreementHistory.AsOf(twice, journal, first - Duration.FromHours(1)).Should().BeEquivalentTo(Minutes);
    }

    private static Entry EntryOf(int seq, Instant at, string text) =>
        new(seq, at, EventNames.Amended, "minutes", null, "chen", text, "", "");
}
