using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Timetables;

/// <summary>
/// Law 9: what a change would do is shown before it is done; who gains, loses or moves which notice. Tests <see cref="Difference"/>.
/// </summary>
public sealed class A_difference
{
    private static readonly Instant Friday = Sample.At("2020-05-22 09:00");

    private static ForecastEntry Week { get; } = Foreseen("week", Friday);

    private static ForecastEntry Eve { get; } = Foreseen("eve", Friday + Duration.FromDays(6));

    [Fact]
    public void is_none_between_the_same()
    {
        Difference.Between([Week, Eve], [Eve, Week]).Should().BeEmpty();
        Difference.Between([Week], [Of(Week, entry => entry with { Key = entry.Key with { AnchorRevision = 2 } })])
            .Should().BeEmpty("the words are the same, around another anchor");
    }

    [Fact]
    public void says_what_is_gained_and_what_is_lost()
    {
        Difference.Between([], [Week]).Should().Equal(new Difference(DifferenceKind.Gained, null, Week));
        Difference.Between([Week], []).Should().Equal(new Difference(DifferenceKind.Lost, Week, null));
    }

    [Fact]
    public void says_what_moves_by_its_moment_or_by_what_it_waits_for()
    {
        ForecastEntry later = Of(Week, entry => entry with { Planned = Friday + Duration.FromDays(3) });
        ForecastEntry waits = Of(Week, entry => entry with { DueAt = null });
        Difference.Between([Week], [later]).Should().Equal(new Difference(DifferenceKind.Moved, Week, later));
        Difference.Between([Week], [waits]).Should().Equal(new Difference(DifferenceKind.Moved, Week, waits));
    }

    [Fact]
    public void is_of_the_reader_who_would_really_hear()
    {
        ForecastEntry stoodIn = Week with { Receiver = new(Sample.Person("gleb"), "ana absent → gleb") };
        Difference.Between([Week], [stoodIn]).Select(difference => difference.Kind)
            .Should().BeEquivalentTo([DifferenceKind.Lost, DifferenceKind.Gained]);
    }

    [Fact]
    public void leaves_out_what_was_said_and_what_is_not_to_be_said()
    {
        ForecastEntry said = Of(Week, entry => TimetableEntry.FromRow(entry.ToRow(Friday).WithState(NoticeState.Sent, Friday)));
        ForecastEntry skipped = Of(Eve, entry => entry with { Skip = "before assignment" });
        Difference.Between([said, skipped], []).Should().BeEmpty();
        Difference.Between([], [said, skipped]).Should().BeEmpty();
    }

    [Fact]
    public void comes_by_its_moment_after_the_change_or_before_where_there_is_none()
    {
        ForecastEntry day = Foreseen("day", Friday + Duration.FromDays(7));
        ForecastEntry moved = Of(day, entry => entry with { Planned = Friday - Duration.FromDays(1) });
        Difference.Between([Eve, day], [moved, Week])
            .Select(difference => (difference.Kind, (difference.After ?? difference.Before)!.Entry.Key.Rung))
            .Should().Equal((DifferenceKind.Moved, "day"), (DifferenceKind.Gained, "week"), (DifferenceKind.Lost, "eve"));
    }

    // Two levels that are one person hear once; the first of them counts.
    [Fact]
    public void counts_the_same_words_to_the_same_reader_once() =>
        Difference.Between([], [Week, Of(Week, entry => entry with { Role = "issuer" })]).Should().ContainSingle();

    private static ForecastEntry Of(ForecastEntry foreseen, Func<TimetableEntry, TimetableEntry> change) =>
        foreseen with { Entry = change(foreseen.Entry) };

    private static ForecastEntry Foreseen(string rung, Instant at) =>
        new(new(new("protocol-1", 1, LadderName.Due, rung, 0, "ana"), "owner", at, at, null, null, null),
            new Recipient(Sample.Person("ana"), null));
}
