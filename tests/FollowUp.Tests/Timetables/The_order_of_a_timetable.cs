using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Timetables;

public sealed class The_order_of_a_timetable
{
    private static readonly LadderName[] Ladders = Enum.GetValues<LadderName>();

    private static readonly Instant Moment = Sample.At("2020-03-02 09:00");

    // Ladder and moment share one number: a ladder that does not fit into its part of it would move to another second.
    [Fact]
    public void has_room_for_every_ladder()
    {
        Instant[] moments = [Instant.FromUtc(1600, 1, 1, 0, 0), Moment, Moment + Duration.FromSeconds(1), Instant.FromUtc(9999, 12, 31, 0, 0)];
        List<TimetableEntry> entries = [.. moments.Reverse().SelectMany(moment => Ladders.Reverse().Select(ladder => Entry(ladder, moment)))];

        TimetableOrder.Sort(entries);

        entries.Select(entry => (entry.Planned, entry.Key.Ladder)).Should().Equal(
            moments.SelectMany(moment => Ladders.Select(ladder => (moment, ladder))));
    }

    [Fact]
    public void leaves_what_shares_a_moment_and_a_ladder_as_it_was_said()
    {
        List<TimetableEntry> entries = [.. Enumerable.Range(0, 100).Select(n => Entry(LadderName.Due, Moment, n))];

        TimetableOrder.Sort(entries);

        entries.Select(entry => entry.Key.Occurrence).Should().Equal(Enumerable.Range(0, 100));
    }

    private static TimetableEntry Entry(LadderName ladder, Instant moment, int occurrence = 0) =>
        new(new RungKey("protocol-1", 1, ladder, "rung", occurrence, "ana"), Role.Owner, moment, moment, null, null, null);
}
