using FollowUp.Faults;
using FollowUp.Tests.Phrases.Rig;

namespace FollowUp.Tests.Faults;

/// <summary>Days of a calendar that contradict each other are said as data too. Tests <see cref="CalendarFaults"/>.</summary>
public sealed class A_calendar_at_odds
{
    [Fact]
    public void says_what_its_sentence_says() => Example.Hold(
    [
        new("is among the holidays as well: a day is either off or worked", "off-and-worked"),
        new("is after knownThrough, 2026-12-31: a calendar is known as far as it names days",
            """after-known-through {"knownThrough":"2026-12-31"}"""),
    ], CalendarFaults.Vocabulary);
}
