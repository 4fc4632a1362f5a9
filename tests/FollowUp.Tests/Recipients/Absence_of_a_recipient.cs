using FollowUp.People;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Tests.Recipients;

/// <summary>
/// Law 15: resolved along substitutes, at most five, loops caught; then the next level. Tests <see cref="Recipient"/> and
/// <see cref="SubstituteSearch"/>.
/// </summary>
public sealed class Absence_of_a_recipient
{
    private static readonly Instant Now = Sample.At("2020-03-02 09:00");

    [Fact]
    public void leads_along_substitutes_to_somebody_who_is_there() =>
        Receiver("a", Away("a", "b"), Away("b", "c"), There("c")).Should().Be(("c", "a absent → b absent → c"));

    [Fact]
    public void leaves_no_trace_where_there_is_none() =>
        Receiver("a", There("a")).Should().Be(("a", null));

    [Fact]
    public void that_runs_in_a_loop_goes_to_the_next_level() =>
        Receiver("a", Away("a", "b"), Away("b", "a"), There("l1")).Should().Be(("l1", "a absent → b absent → l1"));

    [Fact]
    public void without_a_substitute_goes_to_the_next_level_who_is_there() =>
        Receiver("a", Away("a", null), Away("l1", null), There("l2")).Should().Be(("l2", "a absent → l1 absent → l2"));

    // Lateness climbs: what was meant for the second level must not come down to the first.
    [Fact]
    public void of_a_level_goes_to_the_level_above_it() =>
        Receiver("l2", Away("l2", null), There("l1"), There("l3")).Should().Be(("l3", "l2 absent → l3"));

    [Fact]
    public void of_everybody_leaves_it_in_the_mailbox_it_was_meant_for() =>
        Receiver("a", Away("a", null), Away("l1", null), Away("l2", null), Away("l3", null))
            .Should().Be(("a", "a absent → l1 absent → l2 absent → l3 absent → a"));

    [Fact]
    public void is_handed_on_five_times() =>
        Receiver("a", [.. Row(4), There("s5"), There("l1")]).Item1.Should().Be("s5");

    [Fact]
    public void is_not_handed_on_a_sixth_time() =>
        Receiver("a", [.. Row(5), There("s6"), There("l1")]).Item1.Should().Be("l1");

    [Theory]
    [InlineData("2020-03-01 23:59", "a")]
    [InlineData("2020-03-02 00:00", "b")]
    [InlineData("2020-03-03 23:59", "b")]
    [InlineData("2020-03-04 00:00", "a")]
    public void lasts_from_its_first_day_through_its_last_where_the_person_is(string at, string receives)
    {
        Person a = Sample.Person("a", Sample.Moscow, "CN", new Absence(Sample.Day("2020-03-02"), Sample.Day("2020-03-03"), "b"));
        Recipient.Resolve(a, [], [], new(id => There(id), Sample.At(at, Sample.Moscow), _ => null)).Person.Id.Should().Be(receives);
    }

    [Fact]
    public void is_told_by_the_absence_that_names_somebody_and_of_two_by_the_one_that_began_last()
    {
        Receiver("a", Sample.Person("a", absences: [Absence("01", "31", null), Absence("02", "02", "b")]), There("b"), There("c"))
            .Should().Be(("b", "a absent → b"));
        Receiver("a", Sample.Person("a", absences: [Absence("01", "31", "c"), Absence("02", "05", "b")]), There("b"), There("c"))
            .Should().Be(("b", "a absent → b"));
        Receiver("a", Sample.Person("a", absences: [Absence("01", "31", "c"), Absence("01", "05", "b")]), There("b"), There("c"))
            .Should().Be(("b", "a absent → b"));
    }

    /// <summary>Whoever enters the days again names somebody else on purpose.</summary>
    [Fact]
    public void for_the_same_days_twice_is_told_by_the_one_that_was_entered_last() =>
        Receiver("a", Sample.Person("a", absences: [Absence("01", "05", "c"), Absence("01", "05", "b")]), There("b"), There("c"))
            .Should().Be(("b", "a absent → b"));

    /// <summary>Two deputies: the second choice hears where the first is away without one.</summary>
    [Fact]
    public void goes_on_to_the_other_who_is_named_for_that_day() =>
        Receiver("a", Sample.Person("a", absences: [Absence("01", "31", "c"), Absence("02", "05", "b")]), Away("b", null), There("c"))
            .Should().Be(("c", "a absent → b absent → c"));

    [Fact]
    public void that_ends_with_somebody_who_must_not_hear_it_goes_on_and_last_of_all_to_who_comes_then()
    {
        Person[] people = [Away("a", "b"), There("b"), Away("l1", "b"), There("x")];
        Recipient found = Recipient.Resolve(people[0], ["l1"], ["x"], new(Find(people), Now, id => id == "b" ? "b owns it" : null));
        (found.Person.Id, found.Trace).Should().Be(("x", "a absent → b owns it → l1 absent → x"));
    }

    private static (string, string?) Receiver(string meant, params Person[] people)
    {
        Recipient recipient = Recipient.Resolve(people.First(person => person.Id == meant),
            new[] { "l1", "l2", "l3" }.Where(level => string.CompareOrdinal(level, meant) > 0), [], new(Find(people), Now, _ => null));
        return (recipient.Person.Id, recipient.Trace);
    }

    private static Func<string, Person?> Find(Person[] people) => id => people.FirstOrDefault(person => person.Id == id);

    private static IEnumerable<Person> Row(int substitutes) =>
        Enumerable.Range(0, substitutes + 1).Select(n => Away(n == 0 ? "a" : $"s{n}", $"s{n + 1}"));

    private static Person There(string id) => Sample.Person(id);

    private static Person Away(string id, string? substitute) => Sample.Person(id, absences: Absence("01", "31", substitute));

    private static Absence Absence(string from, string to, string? substitute) =>
        new(Sample.Day($"2020-03-{from}"), Sample.Day($"2020-03-{to}"), substitute);
}
