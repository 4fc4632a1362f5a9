using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// Law 12: from report to confirmation the confirmation ladder runs, aimed at the issuer. Reported on Monday, 2 March 2020.
/// </summary>
public sealed class An_issuer_who_does_not_answer
{
    [Fact]
    public void is_asked_again_and_passed_over_to_the_first_level_and_the_owner_is_left_alone()
    {
        Story story = Reported();
        story.Told("2020-06-01 00:00").Should().Be(
            """
            03-02 10:00 Ana reports it done
            03-02 10:00 boris gets: Reported done – please confirm or return: Revised protocol
            03-09 09:00 boris gets: Reported done – please confirm or return: Revised protocol
            03-11 09:00 chen gets: Reported done, and not yet answered by Boris: Revised protocol
            03-16 09:00 dora gets: Reported done, and not yet answered by Boris: Revised protocol
            """);
        story.Item.IsOpen.Should().BeTrue("silence is no confirmation");
    }

    // The host was down from the evening before the report's fifth day until Thursday, the 19th.
    [Fact]
    public void is_not_passed_over_for_what_was_never_asked_while_the_host_was_down() =>
        Reported(report: "2020-03-04 20:00").Down("2020-03-04 18:00", "2020-03-19 11:00").Told("2020-03-23 00:00").Should().Be(
            """
            03-04 20:00 Ana reports it done
            03-19 11:00 boris gets: Reported done – please confirm or return: Revised protocol
            03-19 11:00 chen gets: Reported done, and not yet answered by Boris: Revised protocol
            03-20 09:00 dora gets: Reported done, and not yet answered by Boris: Revised protocol
            """);

    private static Story Reported(string report = "2020-03-02 10:00") =>
        new Story(Doings.Signed("2020-05-29", "2020-03-02 08:00")) { TellsLetters = true }.Reports(report);
}
