using FollowUp.Items;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 11: a request that waits does not stop the clock; the issuer is asked again, and then the coordinator hears.</summary>
public sealed class An_extension_that_nobody_answers
{
    [Fact]
    public void goes_from_the_issuer_to_the_coordinator_while_the_item_runs_late() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-02 08:00")) { TellsLetters = true }
            .Asks("2020-03-05 11:00", "2020-03-20").Told("2020-03-11 00:00").Should().Be(
                """
                03-05 09:00 ana gets: Due in 1 day, on 6 March 2020: Revised protocol
                03-05 11:00 Ana asks for 2020-03-20
                03-05 11:00 boris gets: Ana asks for an extension: Revised protocol
                03-06 09:00 ana gets: Due today: Revised protocol
                03-09 09:00 ana gets: Overdue by 3 days: Revised protocol
                03-09 09:00 boris gets: Ana asks for an extension: Revised protocol
                03-10 09:00 dora gets: Overdue by 4 days: Revised protocol
                03-10 09:00 boris gets: Overdue by 4 days: Revised protocol
                03-10 09:00 chen gets: A request for an extension is not yet answered by Boris: Revised protocol
                """);

    [Fact]
    public void is_not_asked_for_a_second_time_beside_it() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-02 08:00"))
            .Asks("2020-03-05 11:00", "2020-03-20").Asks("2020-03-05 12:00", "2020-03-20").Asks("2020-03-05 13:00", "2020-04-30")
            .ToldOf("ana asks", "2020-03-05 14:00").Should().Be(
                """
                03-05 11:00 Ana asks for 2020-03-20
                03-05 12:00 Ana asks for 2020-03-20, which changes nothing
                03-05 13:00 Ana asks for 2020-04-30, and is refused: Item protocol-1 cannot be extended: extension 1, to 2020-03-20, still awaits the issuer.
                """);

    // Asked for and reported within a minute: the request stands, and its issuer hears of both. After a return it waits still.
    [Fact]
    public void is_heard_of_beside_a_report_that_comes_at_once() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-02 08:00")) { TellsSilence = true }
            .Asks("2020-03-05 11:00", "2020-03-20").Reports("2020-03-05 11:01").SendsBack("2020-03-05 15:00", "the annex is missing").Grants("2020-03-10 10:00")
            .ToldOf("issuer", "2020-03-10 12:00").Should().Be("");

    // Confirmed before anybody heard of it: the request is over with the item.
    [Fact]
    public void is_overtaken_by_a_confirmation_at_once() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-02 08:00")) { TellsSilence = true }
            .Asks("2020-03-05 11:00", "2020-03-20")
            .On("2020-03-05 11:01", "Ana reports, and Boris confirms", (item, at) =>
                item.Report(new("ana"), at, new("document", "No. 12", null)).Confirm(new("boris"), at, null))
            .ToldOf("extension", "2020-03-20 00:00").Should().Be("");

    // The work was quicker than the answer.
    [Fact]
    public void is_overtaken_by_the_report() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-02 08:00"))
            .Asks("2020-03-05 11:00", "2020-03-20").Reports("2020-03-06 16:00").Grants("2020-03-09 10:00").Confirms("2020-03-09 11:00")
            .ToldOf("boris", "2020-03-10 00:00").Should().Be(
                """
                03-09 10:00 Boris grants it: due 2020-03-06, and is refused: Item protocol-1 cannot be extended: its completion was reported by ana at 2020-03-06T08:00:00Z and awaits the issuer.
                03-09 11:00 Boris confirms
                """);
}
