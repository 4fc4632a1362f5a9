using FollowUp.People;

namespace FollowUp.Tests.People;

/// <summary>Whether what is still to be told moves when somebody's entry is written anew. Tests <see cref="Person"/>.</summary>
public sealed class A_changed_person
{
    private static readonly Person Ana = Sample.Person("ana");

    [Fact]
    public void hears_at_the_same_moments_under_another_name_or_address() =>
        (Ana with
        {
            Name = "Ana Li",
            Email = "li@nia.example",
            Language = "zh",
            Revision = 2,
        })
            .IsReachedAtSameTimesAs(Ana).Should().BeTrue();

    [Fact]
    public void hears_at_other_moments_in_another_zone_or_calendar_or_through_another_contact()
    {
        (Ana with { TimeZone = Sample.Moscow }).IsReachedAtSameTimesAs(Ana).Should().BeFalse();
        (Ana with { Calendar = "RU" }).IsReachedAtSameTimesAs(Ana).Should().BeFalse();
        (Ana with { Contact = "gleb" }).IsReachedAtSameTimesAs(Ana).Should().BeFalse();
    }

    [Fact]
    public void hears_at_another_moment_of_what_went_to_others_where_they_are_back_on_another_day()
    {
        Person away = Ana with { Absences = [new(new(2020, 3, 2), new(2020, 3, 9), "gleb")] };

        away.IsReachedAtSameTimesAs(Ana).Should().BeFalse();
        away.IsReachedAtSameTimesAs(away with { Absences = [.. away.Absences] }).Should().BeTrue();
    }
}
