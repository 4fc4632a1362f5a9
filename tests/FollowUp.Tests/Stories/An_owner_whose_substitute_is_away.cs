using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Recipients;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 15: absence is resolved at the moment of sending, and the trace is in the ledger and in the letter.</summary>
public sealed class An_owner_whose_substitute_is_away
{
    private static readonly Contacts Cast =
        Sample.Cast(Away("ana", "2020-03-05", "gleb"), Away("gleb", "2020-03-04", "hana"), Sample.Person("hana"));

    [Fact]
    public void is_stood_in_for_along_the_row_until_the_first_of_it_is_back() =>
        new Story(Sample.Item("2020-03-06", "2020-03-04 10:00"), cast: Cast) { TellsNames = true }.Told("2020-03-06 18:00").Should().Be(
            """
            03-04 10:00 hana hears: receipt/at-once (ana absent → gleb absent → hana)
            03-05 09:00 gleb hears: due/eve (ana absent → gleb)
            03-06 09:00 ana hears: receipt/again
            03-06 09:00 ana hears: due/day
            03-06 09:00 ana hears: absence/back
            """);

    [Fact]
    public void leaves_the_trace_in_the_ledger_and_in_the_letter()
    {
        Story story = new(Sample.Item("2020-03-06", "2020-03-04 10:00"), cast: Cast) { TellsLetters = true };
        story.Told("2020-03-04 18:00").Should().Be("03-04 10:00 hana gets: Please sign for it in place of Ana: Revised protocol");

        story.LetterTo("hana", "2020-03-04 10:00")
            .Should().Contain("You receive it in place of Ana, its owner: Ana is absent, Gleb is absent.").And.NotContain("Handed to you");
        story.Ledger.Single(row => row.State == NoticeState.Sent).Should().Match<LedgerRow>(row =>
            row.Key.Recipient == "ana" && row.SentTo == "hana" && row.Trace == "ana absent → gleb absent → hana");
    }

    // The plan names Ana's levels, and not those of whoever stands in for her.
    [Fact]
    public void is_escalated_as_if_they_were_there() =>
        new Story(Doings.Signed("2020-03-02", "2020-03-02 10:00"), cast: Cast) { TellsNames = true }.Told("2020-03-05 00:00").Should().Be(
            """
            03-02 10:00 hana hears: due/day (ana absent → gleb absent → hana)
            03-03 09:00 hana hears: overdue/again (ana absent → gleb absent → hana)
            03-04 09:00 dora hears: overdue/level-1
            03-04 09:00 boris hears: overdue/level-1
            """);

    private static Person Away(string id, string until, string substitute) =>
        Sample.Person(id, absences: new Absence(Sample.Day("2020-02-24"), Sample.Day(until), substitute));
}
